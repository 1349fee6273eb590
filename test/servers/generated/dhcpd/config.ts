import type { Dice } from '../dice.ts';
import { Expressions } from './expressions.ts';
import { type Declared, Statements } from './statements.ts';
import { DEFINED, type GeneratedOption, INNER } from './vocabulary.ts';

/** Ethernet addresses that clients have and hosts are declared for. */
export const CARDS: readonly string[] = [1, 2, 3, 4].map((number) => `02:00:5e:10:00:0${number}`);
export const CLIENT_IDS: readonly string[] = ['01aa', '6c6162'];

const SPACES = ['igel', 'acme', 'wide'];
const WIDTHS = ['', '', ' code width 2 length width 2', ' code width 1 length width 2', ' code width 4'];
const VARIABLES = ['var-one', 'var-two', 'var-three'];

/** A dhcpd.conf for the network 10.99.0.0/24 that the server's interface is in. */
export function generateConfig(dice: Dice): string {
  return new ConfigDraft(dice).text;
}

class ConfigDraft {
  readonly #dice: Dice;
  readonly #lines: string[] = [];
  readonly #classes: string[] = [];
  #hosts = 0;
  #declared: Declared = { spaces: [], inner: [], variables: VARIABLES, functions: [], classes: [] };

  constructor(dice: Dice) {
    this.#dice = dice;
    // Before a "break" can keep the harness from saying so: a ping delays the reply until the packet it answers is overwritten
    this.#lines.push('ping-check false;');
    this.#definitions();
    this.#functions();
    this.#lines.push(this.#statements.some(3));
    this.#many(4, () => this.#class());
    this.#many(1, () => this.#group(() => this.#class()));
    this.#lines.push(this.#namedGroup());
    this.#many(3, () => this.#host());
    this.#networks();
    this.#lines.push(this.#statements.some(2));
    this.#many(3, () => this.#host());
    this.#many(1, () => this.#group(() => this.#host()));
    if (dice.once(4)) this.#lines.push(this.#changedClass());
    if (dice.once(20)) this.#lines.push(this.#secondSpace());
    if (dice.once(6)) this.#lines.push(this.#redefinition());
  }

  get text(): string {
    return `${this.#lines.filter((line) => line !== '').join('\n')}\n`;
  }

  get #statements(): Statements {
    return new Statements(this.#dice, { ...this.#declared, classes: this.#classes });
  }

  #many(most: number, make: () => string): void {
    for (const line of this.#dice.times(most, make)) this.#lines.push(line);
  }

  #definitions(): void {
    const dice = this.#dice;
    for (const { name, code, type } of DEFINED) this.#lines.push(`option ${name} code ${code} = ${type};`);
    this.#lines.push('option o-sent code 230 = string;');
    this.#lines.push(
      'option space inner;',
      'option inner.first code 1 = text;',
      'option inner.second code 2 = string;',
    );
    this.#lines.push('option inner-carrier code 222 = encapsulate inner;');
    this.#lines.push('option space site;', 'option site.local code 226 = text;', 'option site.other code 245 = text;');
    const spaces = dice.some(SPACES);
    const inner: GeneratedOption[] = [];
    for (const space of spaces) {
      this.#lines.push(`option space ${space}${dice.one(WIDTHS)};`);
      for (const [code, type, value] of dice.some(INNER)) {
        const name = `${space}.s${code}`;
        this.#lines.push(`option ${name} code ${code} = ${type};`);
        inner.push({ name, code, type, value });
      }
    }
    const [first, second] = spaces;
    if (second && dice.once(3)) {
      this.#lines.push(
        `option ${dice.one([`${first}.nested code 99`, `vendor.${second} code 4711`])} = encapsulate ${second};`,
      );
    }
    // A space that two options carry is more than dhcpd can start with
    if (first && dice.once(3)) {
      this.#lines.push(`option carried code ${dice.one(['43', '43', '241'])} = encapsulate ${first};`);
    }
    if (dice.once(5))
      this.#lines.push(
        `option ${dice.one(['igelrmserver', 'umsstructuretag'])} code ${dice.one(['225', '480', '244'])} = ${dice.one(['text', 'string'])};`,
      );
    if (dice.once(5)) this.#lines.push(`option other-name code ${dice.one(['224', '15'])} = text;`);
    this.#declared = {
      ...this.#declared,
      spaces: [...spaces, 'inner'],
      inner: [
        ...inner,
        { name: 'inner.first', code: 1, type: 'text', value: 'text' },
        { name: 'site.local', code: 226, type: 'text', value: 'text' },
        { name: 'site.other', code: 245, type: 'text', value: 'text' },
        { name: 'unknown-246', code: 246, type: 'string', value: 'string' },
        { name: 'fqdn.no-client-update', code: 1, type: 'boolean', value: 'boolean' },
      ],
    };
  }

  /** A definition that comes after all uses, and counts for them. */
  #redefinition(): string {
    const dice = this.#dice;
    return dice.one([
      'option igelrmserver code 225 = text;',
      'option umsstructuretag code 224 = text;',
      'option o-u8 code 226 = text;',
      'option late code 224 = string;',
      'option vendor-encapsulated-options code 43 = string;',
      'option vendor-encapsulated-options code 43 = text;',
    ]);
  }

  #functions(): void {
    const dice = this.#dice;
    const functions: string[] = [];
    for (const name of dice.once(4) ? dice.some(['twice', 'told']) : []) {
      const expressions = new Expressions(dice, {
        variables: ['part', ...VARIABLES],
        functions: [],
        reply: false,
        inner: [],
      });
      const condition = dice.roll(2) === 0 ? `if ${expressions.test(1)} { return "${name}"; }\n` : '';
      this.#lines.push(`define ${name} (part) {\n${condition}return pick (${expressions.data(1)}, "none");\n}`);
      functions.push(name);
    }
    this.#declared = { ...this.#declared, functions };
  }

  #class(): string {
    const dice = this.#dice;
    const name = `class-${this.#classes.length}`;
    const { variables, functions, inner } = this.#declared;
    const names = { variables, functions, reply: false, inner: inner.map((option) => option.name) };
    const expressions = new Expressions(dice, names);
    const lines = [`class "${name}" {`];
    if (dice.roll(4) > 0) lines.push(`match if ${expressions.truth(2)};`);
    const keyed = dice.once(3);
    if (keyed)
      lines.push(
        `${dice.one(['match', 'spawn with'])} ${dice.one(['option vendor-class-identifier', 'substring (option vendor-class-identifier, 0, 4)', 'hardware', 'option user-class', expressions.data(1)])};`,
      );
    lines.push(this.#statements.some(4), '}');
    this.#classes.push(name);
    if (!keyed) return lines.join('\n');
    for (const key of dice.some(['"igel-dhcp-1"', '"igel"', '"lab"', `1:${CARDS[0]}`])) {
      lines.push(`subclass "${name}" ${key}${dice.roll(2) === 0 ? ';' : ` {\n${this.#statements.some(3)}\n}`}`);
    }
    return lines.join('\n');
  }

  /** A second declaration of a class: it changes the first. */
  #changedClass(): string {
    const dice = this.#dice;
    if (this.#classes.length === 0) return '';
    const { variables, functions } = this.#declared;
    const expressions = new Expressions(dice, { variables, functions, reply: false, inner: [] });
    const test = dice.roll(2) === 0 ? `match if ${expressions.truth(2)};\n` : '';
    return `class "${dice.one(this.#classes)}" {\n${test}${this.#statements.some(3)}\n}`;
  }

  /** A second declaration of a space: it begins without the options of the first. */
  #secondSpace(): string {
    const space = this.#dice.one(this.#declared.spaces);
    return `option space ${space};\noption ${space}.s2 code 2 = text;\noption ${space}.s2 "again";`;
  }

  #group(inside: () => string): string {
    const dice = this.#dice;
    return `group {\n${this.#statements.some(2)}\n${inside()}\n${dice.roll(2) === 0 ? inside() : ''}\n}`;
  }

  #namedGroup(): string {
    return `group "named" {\n${this.#statements.some(2)}\n}`;
  }

  #host(): string {
    const dice = this.#dice;
    const number = this.#hosts++;
    const card = `hardware ethernet ${dice.one(CARDS)};`;
    const other = dice.one([
      `option dhcp-client-identifier ${dice.one(['01:aa', '"lab"'])};`,
      `uid ${dice.one(['01:aa', '"lab"'])};`,
      `host-identifier option o-sent ${dice.one(['00', '01', '"lab"'])};`,
    ]);
    const identifier = dice.one([card, card, other, other, `${card} ${other}`]);
    const address = dice.one([
      '',
      '',
      `fixed-address 10.99.0.${10 + number};`,
      `fixed-address 10.98.0.${10 + number};`,
      `fixed-address 192.0.2.${10 + number}, 10.99.0.${10 + number};`,
    ]);
    const group = dice.once(5) ? 'group "named";' : '';
    return `host host-${number} {\n${identifier}\n${address}\n${group}\n${this.#statements.some(3)}\n}`;
  }

  #networks(): void {
    const dice = this.#dice;
    const away = `subnet 192.0.2.0 netmask 255.255.255.0 {\n${this.#inSubnet()}\n}`;
    this.#lines.push(away);
    const near = this.#subnet('10.99.0', dice.roll(4) > 0);
    switch (dice.roll(4)) {
      case 0:
      case 1: {
        const second = this.#subnet('10.98.0', dice.roll(2) === 0);
        const parts = [this.#statements.some(2), near, second, this.#inSubnet(), this.#shared()];
        this.#lines.push(`shared-network "net" {\n${parts.join('\n')}\n}`);
        break;
      }
      case 2:
        this.#lines.push(`group {\n${this.#statements.some(2)}\n${near}\n}`);
        break;
      default:
        this.#lines.push(near);
    }
  }

  #shared(): string {
    return this.#dice.once(2)
      ? `pool {\n${this.#statements.some(2)}\nrange 10.99.0.230 10.99.0.239;\n${this.#permits()}\n}`
      : '';
  }

  #subnet(net: string, ranges: boolean): string {
    const dice = this.#dice;
    const parts = [this.#inSubnet()];
    if (ranges && dice.roll(2) === 0) parts.push(`range ${net}.100 ${net}.109;`);
    for (const pool of dice.times(2, (index) => 120 + 20 * index)) {
      parts.push(
        `pool {\n${this.#permits()}\n${this.#statements.some(3)}\nrange ${net}.${pool} ${net}.${pool + 9};\n${dice.once(4) ? `range ${net}.${pool + 12};` : ''}\n}`,
      );
    }
    if (ranges) parts.push(`range ${net}.200 ${net}.209;`);
    return `subnet ${net}.0 netmask 255.255.255.0 {\n${parts.join('\n')}\n${this.#statements.some(2)}\n}`;
  }

  #inSubnet(): string {
    const dice = this.#dice;
    const parts = [this.#statements.some(3)];
    if (dice.once(4)) parts.push(this.#class());
    if (dice.once(4)) parts.push(this.#host());
    return parts.join('\n');
  }

  #permits(): string {
    const dice = this.#dice;
    const of = [
      'known-clients',
      'unknown-clients',
      'all clients',
      'unauthenticated clients',
      'dynamic bootp clients',
      ...this.#classes.map((name) => `members of "${name}"`),
      ...this.#classes.map((name) => `members of "${name}"`),
    ];
    return dice
      .times(2, () => `${dice.one(['allow', 'deny'])} ${dice.one(of)};`)
      .filter(() => dice.roll(2) === 0)
      .join('\n');
  }
}
