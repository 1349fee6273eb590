import type { Dice } from '../dice.ts';
import { Expressions } from './expressions.ts';
import { literalOf } from './values.ts';
import { DEFINED, type GeneratedOption, STANDARD } from './vocabulary.ts';

/** What the statements of a configuration can name. */
export interface Declared {
  readonly spaces: readonly string[];
  /** Options of those spaces, as `space.name`. */
  readonly inner: readonly GeneratedOption[];
  readonly variables: readonly string[];
  readonly functions: readonly string[];
  /** Classes that `add` can name. */
  readonly classes: readonly string[];
}

/** Statements that dhcpd runs for a client. */
export class Statements {
  readonly #dice: Dice;
  readonly #declared: Declared;
  readonly #expressions: Expressions;

  constructor(dice: Dice, declared: Declared) {
    this.#dice = dice;
    this.#declared = declared;
    this.#expressions = new Expressions(dice, {
      variables: declared.variables,
      functions: declared.functions,
      reply: true,
      inner: declared.inner.map(({ name }) => name),
    });
  }

  some(most: number, depth = 2): string {
    return this.#dice.times(most, () => this.one(depth)).join('\n');
  }

  one(depth: number): string {
    const dice = this.#dice;
    switch (dice.roll(depth > 0 ? 20 : 14)) {
      case 0:
        return this.#space();
      case 1:
        return this.#parameter();
      case 2:
        return `set ${dice.one(this.#declared.variables)} = ${this.#anything()};`;
      case 3:
        return this.#assigned();
      case 4:
        return `${dice.one(['default', 'append', 'prepend', 'supersede', 'send'])} ${this.#valued()}`;
      case 5:
        return this.#rare();
      case 14:
      case 15:
        return this.#if(depth);
      case 16:
        return this.#switch(depth);
      case 17:
        return dice.once(3) ? `on commit {\n${this.some(2, 0)}\n}` : this.#if(depth);
      default:
        return `option ${this.#valued()}`;
    }
  }

  #option(): GeneratedOption {
    const dice = this.#dice;
    const { inner } = this.#declared;
    if (inner.length > 0 && dice.once(3)) return dice.one(inner);
    return dice.roll(3) === 0 ? dice.one(STANDARD) : dice.one(DEFINED);
  }

  #valued(): string {
    const option = this.#option();
    return `${option.name} ${literalOf(option.value, this.#dice)};`;
  }

  #assigned(): string {
    const option = this.#dice.roll(3) === 0 ? this.#dice.one(DEFINED) : this.#option();
    // What config-option reads must not be worked out from itself: dhcpd ends in an endless loop
    const read = ['domain-name', 'tftp-server-name', 'routers'].includes(option.name);
    return `option ${option.name} = ${read ? '"read"' : this.#expressions.data(2)};`;
  }

  #anything(): string {
    const dice = this.#dice;
    switch (dice.roll(4)) {
      case 0:
        return this.#expressions.truth(1);
      case 1:
        return `extract-int (${this.#expressions.data(1)}, 16)`;
      default:
        return this.#expressions.data(2);
    }
  }

  #space(): string {
    const { spaces } = this.#declared;
    return spaces.length === 0 ? '' : `vendor-option-space ${this.#dice.one(spaces)};`;
  }

  #parameter(): string {
    return this.#dice.one([
      'default-lease-time 4000;',
      'max-lease-time 500;',
      'min-lease-time 1000;',
      'use-host-decl-names on;',
      'use-lease-addr-for-default-route on;',
      'echo-client-id on;',
      'filename "boot/file";',
      'server-name "boot.example";',
      'next-server 192.0.2.1;',
      'option dhcp-parameter-request-list = concat (option dhcp-parameter-request-list, 2b:e0);',
      'option dhcp-parameter-request-list 43, 224, 15;',
      'option dhcp-max-message-size 700;',
    ]);
  }

  #rare(): string {
    const dice = this.#dice;
    const { classes, variables } = this.#declared;
    switch (dice.roll(8)) {
      case 0:
        return 'break;';
      case 1:
        return `unset ${dice.one(variables)};`;
      case 2:
        return classes.length === 0 ? '' : `if exists dhcp-message-type {\nadd "${dice.one(classes)}";\n}`;
      case 3:
        return 'parse-vendor-option;';
      case 4:
        return dice.once(3) ? 'deny unknown-clients;' : '';
      case 5:
        return dice.once(3)
          ? dice.one(['option server.allow-booting off;', 'min-secs 3;', 'option server.allow-booting on;'])
          : '';
      case 6:
        return `eval ${this.#expressions.data(1)};`;
      default:
        return dice.once(2) ? 'site-option-space "site";' : '';
    }
  }

  #if(depth: number): string {
    const dice = this.#dice;
    const body = (): string => this.some(3, depth - 1);
    const first = `if ${this.#expressions.test(2)} {\n${body()}\n}`;
    const more = dice.times(1, () => ` elsif ${this.#expressions.test(2)} {\n${body()}\n}`).join('');
    return `${first}${more}${dice.roll(2) === 0 ? ` else {\n${body()}\n}` : ''}`;
  }

  #switch(depth: number): string {
    const dice = this.#dice;
    const label = (value: string): string =>
      `case ${value}:\n${this.some(2, depth - 1)}\n${dice.roll(2) === 0 ? 'break;' : ''}`;
    const fallback = dice.roll(2) === 0 ? [`default:\n${this.some(2, depth - 1)}`] : [];
    const isData = dice.roll(2) === 0;
    const on = isData
      ? dice.one([
          'option vendor-class-identifier',
          'substring (option vendor-class-identifier, 0, 4)',
          'option user-class',
        ])
      : dice.one(['extract-int (hardware, 16)', 'extract-int (option o-sent, 16)', ...this.#declared.variables]);
    const values = isData ? ['"igel-dhcp-1"', '"igel"', '"lab"', '"desk phone"'] : ['258', '2659', '30565', '1'];
    const labels = dice.some(values).map(label);
    const body = dice.roll(2) === 0 ? [...fallback, ...labels] : [...labels, ...fallback];
    return `switch (${on}) {\n${body.join('\n')}\n}`;
  }
}
