import type { Dice } from '../dice.ts';

/** What can be named in an expression at a place. */
export interface Names {
  readonly variables: readonly string[];
  readonly functions: readonly string[];
  /** Whether lookups of what is set for the reply make sense. */
  readonly reply: boolean;
  /** Options of vendors' spaces that a client may have sent. */
  readonly inner: readonly string[];
}

const TEXTS = [
  '""',
  '"igel-dhcp-1"',
  '"igel"',
  '"lab"',
  '"west"',
  '"PXE"',
  '"10.99.0.7"',
  '"x"',
  '"\\x00\\001"',
  '"0"',
  '"%s"',
];
const BYTES = ['69:67:65:6c', '01', '0a:63', '0:1:2:3', 'ff:fe', '6c:61:62'];
const SENT_OPTIONS = [
  'vendor-class-identifier',
  'user-class',
  'host-name',
  'o-sent',
  'dhcp-parameter-request-list',
  'dhcp-client-identifier',
  'vendor-encapsulated-options',
  'unknown-201',
  'inner.first',
  'inner.second',
];
const REPLY_OPTIONS = ['domain-name', 'tftp-server-name', 'routers', 'server.default-lease-time', 'dhcp-lease-time'];
const PATTERNS = [
  '"^igel-"',
  '"dhcp-1$"',
  '"IGEL"',
  '"[0-9]+"',
  '"(lab|west)"',
  '"^.{4}$"',
  '"[[:upper:]]"',
  '"a*"',
  '"^[^a-z]"',
  '"x{2,"',
  '"(igel"',
  '"\\\\."',
  '"^$"',
  '"e{1,2}l?"',
];

/** dhcpd joins "and" and "or" tighter than comparisons. */
const enclosed = (test: string): string => (/[=~]/.test(test) && !test.startsWith('(') ? `(${test})` : test);

/** Expressions of dhcp-eval(5), typed as dhcpd wants them, and no deeper than `depth`. */
export class Expressions {
  readonly #dice: Dice;
  readonly #names: Names;

  constructor(dice: Dice, names: Names) {
    this.#dice = dice;
    this.#names = names;
  }

  data(depth: number): string {
    const dice = this.#dice;
    if (depth <= 0 || dice.once(4)) return this.#plainData();
    const inner = (): string => this.data(depth - 1);
    switch (dice.roll(11)) {
      case 0:
      case 1:
        return `substring (${inner()}, ${this.numeric(depth - 1)}, ${this.numeric(depth - 1)})`;
      case 2:
        return `suffix (${inner()}, ${this.numeric(depth - 1)})`;
      case 3:
        return `lcase (${inner()})`;
      case 4:
        return `ucase (${inner()})`;
      case 5:
        return `concat (${[inner(), inner(), ...dice.times(1, inner)].join(', ')})`;
      case 6:
        return `pick (${[inner(), ...dice.times(2, inner)].join(', ')})`;
      case 7:
        return `binary-to-ascii (${dice.one(['8', '10', '16', '2', '17'])}, ${dice.one(['8', '16', '32', '7'])}, ${dice.one(['":"', '""', '"-"'])}, ${inner()})`;
      case 8:
        return `reverse (${dice.one(['1', '2', '3'])}, ${inner()})`;
      case 9:
        return `encode-int (${this.numeric(depth - 1)}, ${dice.one(['8', '16', '32'])})`;
      default:
        return this.#call(depth) ?? inner();
    }
  }

  numeric(depth: number): string {
    const dice = this.#dice;
    if (depth <= 0 || dice.roll(3) > 0) {
      return dice.one(['0', '1', '2', '3', '4', '9', '11', '300', '70000']);
    }
    switch (dice.roll(4)) {
      case 0:
        return `extract-int (${this.data(depth - 1)}, ${dice.one(['16', '32'])})`;
      case 1:
        return `(${this.numeric(depth - 1)} ${dice.one(['+', '*', '/', '%', '&', '|', '^'])} ${this.numeric(depth - 1)})`;
      case 2:
        return `(1 + ${dice.one([...this.#names.variables, '5'])})`;
      default:
        return '6';
    }
  }

  truth(depth: number): string {
    const dice = this.#dice;
    if (depth <= 0 || dice.once(3)) return this.#plainTruth(depth);
    const inner = (): string => enclosed(this.truth(depth - 1));
    switch (dice.roll(7)) {
      case 0:
        return `(${inner()} and ${inner()})`;
      case 1:
        return `(${inner()} or ${inner()})`;
      case 2:
        return `not (${inner()})`;
      case 3:
        return `${this.data(depth - 1)} ${dice.one(['~=', '~~'])} ${dice.one(PATTERNS)}`;
      case 4:
        return `${this.data(depth - 1)} ${dice.one(['=', '!='])} ${this.data(depth - 1)}`;
      default:
        return this.#plainTruth(depth);
    }
  }

  /** The test of an `if`: a parenthesis that it begins with must hold all of it. */
  test(depth: number): string {
    const test = this.truth(depth);
    return test.startsWith('(') ? `(${test})` : test;
  }

  #plainData(): string {
    const dice = this.#dice;
    switch (dice.roll(9)) {
      case 0:
        return dice.one(TEXTS);
      case 1:
        return dice.one(BYTES);
      case 2:
        return 'hardware';
      case 3:
        return dice.one(['packet (28, 6)', 'packet (0, 3)', 'null', 'host-decl-name', 'leased-address']);
      case 4:
        return this.#names.reply ? `config-option ${dice.one(REPLY_OPTIONS)}` : 'option host-name';
      case 5:
        return this.#names.variables.length > 0 ? dice.one(this.#names.variables) : '"v"';
      default:
        return `option ${this.#sent()}`;
    }
  }

  #sent(): string {
    const { inner } = this.#names;
    return inner.length > 0 && this.#dice.once(5) ? this.#dice.one(inner) : this.#dice.one(SENT_OPTIONS);
  }

  #plainTruth(depth: number): string {
    const dice = this.#dice;
    switch (dice.roll(8)) {
      case 0:
        return `exists ${this.#sent()}`;
      case 1:
        return dice.one(['known', 'static', 'known']);
      case 2:
        return `option vendor-class-identifier = ${dice.one(['"igel-dhcp-1"', '"desk phone"', '"igel"'])}`;
      case 3:
        return `substring (option vendor-class-identifier, 0, ${dice.one(['4', '9', '11'])}) = ${dice.one(['"igel"', '"igel-dhcp"', '"igel-dhcp-1"', '"PXEClient"'])}`;
      case 4: {
        const [variable] = this.#names.variables;
        return variable === undefined ? 'exists host-name' : `defined (${dice.one(this.#names.variables)})`;
      }
      case 5:
        return `option user-class = ${dice.one(['"lab"', '"west"'])}`;
      case 6:
        return `extract-int (${this.#plainData()}, 16) ${dice.one(['=', '!='])} ${dice.one(['258', '1', '11369', `(${this.numeric(depth - 1)} + 2)`])}`;
      default:
        return `option o-sent = ${dice.one(['00', '01', '"lab"'])}`;
    }
  }

  #call(depth: number): string | undefined {
    const { functions } = this.#names;
    return functions.length === 0 ? undefined : `${this.#dice.one(functions)} (${this.data(depth - 1)})`;
  }
}
