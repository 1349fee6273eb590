import type { Dice } from '../dice.ts';

const TEXTS = ["''", "'igel-dhcp-1'", "'igel'", "'lab'", "'PXEClient'", "'x'", "'10.99.0.7'", "'desk phone'", "'7'"];
const BYTES = ['0x69676c', '0x0a630007', '0x01', '0x7', '0x00000006', '0x0007', '0x6c6162'];
const OPTIONS = ['60', '77', '12', '55', '61', '57', '93', '43', '230', '82', '124', '125', '225', '51', '53', '50'];
const NAMES = ['vendor-class-identifier', 'host-name', 'user-class', 'o-u32', 'igelrmserver'];

/** What can be named in a class test. */
export interface Names {
  /** Classes declared above. */
  readonly classes: readonly string[];
}

/** Tests of client classes over the whole language of Kea 2.2, no deeper than `depth`. */
export class Expressions {
  readonly #dice: Dice;
  readonly #names: Names;

  constructor(dice: Dice, names: Names) {
    this.#dice = dice;
    this.#names = names;
  }

  truth(depth: number): string {
    const dice = this.#dice;
    if (depth <= 0 || dice.once(3)) return this.#plainTruth();
    const inner = (): string => this.truth(depth - 1);
    switch (dice.roll(6)) {
      case 0:
        return `${inner()} and ${inner()}`;
      case 1:
        return `${inner()} or ${inner()}`;
      case 2:
        return `not ${inner()}`;
      case 3:
        return `not (${inner()})`;
      case 4:
        return `(${inner()}) and (${inner()})`;
      default:
        return `${this.text(depth)} == ${this.text(depth - 1)}`;
    }
  }

  text(depth: number): string {
    const dice = this.#dice;
    if (depth <= 0 || dice.once(3)) return this.#plainText();
    const inner = (): string => this.text(depth - 1);
    switch (dice.roll(10)) {
      case 0:
      case 1:
        return `substring(${inner()}, ${dice.one(['0', '1', '2', '9', '-3', '-20', '11'])}, ${dice.one(['4', '9', '11', 'all', '-2', '0', '300'])})`;
      case 2:
        return `concat(${inner()}, ${inner()})`;
      case 3:
        return `${inner()} + ${inner()}`;
      case 4:
        return `ifelse(${this.truth(depth - 1)}, ${inner()}, ${inner()})`;
      case 5:
        return `hexstring(${inner()}, ${dice.one(["':'", "''", "'-'"])})`;
      case 6:
        return `split(${inner()}, ${dice.one(["'-'", "':'", "'. '", "''"])}, ${dice.one(['1', '2', '3', '9', '0'])})`;
      case 7:
        return this.#number(depth);
      case 8:
        return `addrtotext(${dice.one(['10.99.0.7', '0x0a630007', '2001:db8::1', 'pkt4.giaddr', inner()])})`;
      default:
        return `(${inner()})`;
    }
  }

  /** Numbers as text: of a length that does not fit, working it out fails. */
  #number(depth: number): string {
    const dice = this.#dice;
    const width = dice.one([8, 16, 32]);
    const fitting = dice.one(
      width === 8
        ? ['0xff', '0x07', 'substring(pkt4.mac, 5, 1)']
        : width === 16
          ? ['0xfffe', '0x0007', 'option[93].hex', 'substring(pkt4.mac, 4, 2)']
          : ['pkt4.hlen', '0xffffffff', 'option[230].hex', '7', 'vendor.enterprise'],
    );
    return `${dice.one(['uint', 'int'])}${width}totext(${dice.once(4) ? this.text(depth - 1) : fitting})`;
  }

  #plainText(): string {
    const dice = this.#dice;
    switch (dice.roll(12)) {
      case 0:
      case 1:
        return dice.one(TEXTS);
      case 2:
        return dice.one(BYTES);
      case 3:
        return dice.one(['pkt4.mac', 'pkt4.hlen', 'pkt4.htype', 'pkt4.ciaddr', 'pkt4.giaddr', 'pkt4.yiaddr']);
      case 4:
        return dice.one(['pkt4.siaddr', 'pkt4.msgtype', 'pkt.iface', 'pkt.src', 'pkt.dst', '10.99.0.7', '6']);
      case 5:
        return dice.one([
          'option[43].option[1].hex',
          'option[82].option[1].hex',
          'relay4[1].hex',
          'relay4[2].hex',
          'vendor.enterprise',
          'vendor-class.enterprise',
          'vendor[4711].option[1].hex',
          'vendor[*].option[2].hex',
          'vendor-class[4711].data',
          'vendor-class[*].data[0]',
          'vendor-class[4711].data[1]',
        ]);
      default:
        return `option[${this.#option()}].${dice.one(['hex', 'hex', 'text'])}`;
    }
  }

  #plainTruth(): string {
    const dice = this.#dice;
    switch (dice.roll(10)) {
      case 0:
        return `option[${this.#option()}].exists`;
      case 1:
        return `member('${dice.one([...this.#names.classes, ...this.#names.classes, ...BUILT_IN])}')`;
      case 2:
      case 3:
        return `option[60].${dice.one(['text', 'hex'])} == ${dice.one(["'igel-dhcp-1'", "'desk phone'", "'IGEL-DHCP-1'"])}`;
      case 4:
        return `substring(option[60].${dice.one(['text', 'hex'])}, 0, ${dice.one(['4', '9', '11'])}) == ${dice.one(["'igel'", "'PXEClient'", "'igel-dhcp-1'"])}`;
      case 5:
        return dice.one([
          'relay4[1].exists',
          'option[82].option[2].exists',
          'option[43].option[1].exists',
          'vendor[4711].exists',
          'vendor[*].exists',
          'vendor[4711].option[1].exists',
          'vendor-class[4711].exists',
          'vendor-class[*].exists',
        ]);
      case 6:
        return dice.one(['pkt4.msgtype == 1', 'pkt4.hlen == 6', "hexstring(pkt4.mac, ':') == '02:00:5e:10:00:01'"]);
      case 7:
        return `option[${this.#option()}].hex == ${dice.one(BYTES)}`;
      case 8:
        return `option[77].${dice.one(['hex', 'text'])} == ${dice.one(["'lab'", "'iPXE'", '0x6c6162'])}`;
      default:
        return `${this.#plainText()} == ${this.#plainText()}`;
    }
  }

  #option(): string {
    const dice = this.#dice;
    return dice.once(4) ? dice.one(NAMES) : dice.one(['60', '60', '77', ...OPTIONS]);
  }
}

const BUILT_IN = [
  'KNOWN',
  'UNKNOWN',
  'ALL',
  'VENDOR_CLASS_igel-dhcp-1',
  'VENDOR_CLASS_PXEClient:Arch:00007:UNDI:003016',
  'EXTERNAL_x',
];
