import type { Dice } from '../dice.ts';
import { Expressions } from './expressions.ts';
import { bytes, hexFor, hexForm, textFor } from './values.ts';
import { DEFINED, ENTERPRISE, type GeneratedOption, INNER, STANDARD, VENDOR_OPTIONS } from './vocabulary.ts';

/** Ethernet addresses that clients have and reservations are made for. */
export const CARDS: readonly string[] = [1, 2, 3, 4].map((number) => `02:00:5e:10:00:0${number}`);
/** Option 61, in hex: a hardware address, a name, and the form that holds a DUID (RFC 4361). */
export const CLIENT_IDS: readonly string[] = ['01aabbccddee', '006c6162', 'ff000000010003000102005e100099'];
const DUID = '0003000102005e100099';
/** The circuit of a relay agent's option 82, in hex. */
export const CIRCUIT = '61626364';

/** What a hook library would have to work out; there is none. */
const FLEX_ID = 'desk 7';

type Json = Readonly<Record<string, unknown>>;

/** A kea-dhcp4.conf of Kea 2.2 for the network 10.99.0.0/24 that the server's interface is in. */
export function generateKeaConfig(dice: Dice): string {
  const draft = new ConfigDraft(dice);
  return `${JSON.stringify({ Dhcp4: draft.global }, null, 1)}\n`;
}

/** Where option data stands: only in the list of the whole server does Kea take bytes of an unknown option for text. */
type Place = 'global' | 'class' | 'network' | 'subnet' | 'pool' | 'reservation';

class ConfigDraft {
  readonly #dice: Dice;
  readonly #classes: string[] = [];
  readonly #spaces: string[];
  readonly #options: readonly GeneratedOption[];
  /** What option 43 is outside of classes that define it for themselves. */
  readonly #vendorOptions: GeneratedOption;
  #hosts = 0;
  #vendorsAreSet = false;
  /** For whom nothing more is reserved: docs/wire.md tells why. */
  readonly #placed: unknown[] = [];
  readonly global: Json;

  constructor(dice: Dice) {
    this.#dice = dice;
    this.#spaces = dice.some(['igel', 'acme']);
    this.#vendorOptions = this.#drawVendorOptions();
    const known = ['inner', 'vendor-encapsulated-options-space', `vendor-${ENTERPRISE}`, ...this.#spaces];
    const inner = INNER.filter(({ space }) => known.includes(space));
    this.#options = [...DEFINED, ...inner];
    const classes = this.#drawClasses();
    this.global = {
      'interfaces-config': { interfaces: ['*'] },
      'lease-database': { type: 'memfile', persist: false },
      loggers: [{ name: 'kea-dhcp4', severity: 'INFO', output_options: [{ output: 'stdout' }] }],
      ...this.#globals(),
      ...this.#timers(2),
      ...this.#boot(4),
      'option-def': [
        ...this.#options.map(definitionOf),
        ...(this.#vendorOptions === VENDOR_OPTIONS ? [] : [definitionOf(this.#vendorOptions)]),
      ],
      ...this.#optionData('global', 4),
      ...(classes.length > 0 && { 'client-classes': classes }),
      ...(dice.once(3) && { reservations: this.#reservations('global', 3) }),
      ...this.#networks(),
    };
  }

  #drawVendorOptions(): GeneratedOption {
    const dice = this.#dice;
    const [space] = this.#spaces;
    switch (dice.roll(5)) {
      case 0:
      case 1:
        return space === undefined
          ? VENDOR_OPTIONS
          : { ...VENDOR_OPTIONS, name: dice.one([VENDOR_OPTIONS.name, 'my-vendor-options']), encapsulates: space };
      case 2:
        return { ...VENDOR_OPTIONS, fields: [dice.one(['string', 'binary'])], encapsulates: undefined };
      default:
        return VENDOR_OPTIONS;
    }
  }

  #globals(): Json {
    const dice = this.#dice;
    return {
      ...(dice.once(4) && { 'echo-client-id': false }),
      ...(dice.once(4) && { 'match-client-id': false }),
      ...(dice.once(4) && { authoritative: true }),
      ...(dice.once(5) && {
        'host-reservation-identifiers': dice.one([
          ['hw-address'],
          ['client-id', 'hw-address'],
          ['circuit-id', 'duid', 'hw-address', 'client-id'],
          ['flex-id', 'hw-address'],
        ]),
      }),
      ...this.#reservationModes(2),
      ...(dice.once(8) && { 'reservations-lookup-first': true }),
    };
  }

  #reservationModes(sides: number): Json {
    const dice = this.#dice;
    if (!dice.once(sides)) return {};
    return dice.one<Json>([
      { 'reservations-global': true, 'reservations-in-subnet': false },
      { 'reservations-global': true, 'reservations-in-subnet': true },
      { 'reservations-in-subnet': false },
      { 'reservations-in-subnet': true, 'reservations-out-of-pool': true },
      { 'reservation-mode': dice.one(['all', 'global', 'disabled', 'out-of-pool']) },
    ]);
  }

  #timers(sides: number): Json {
    const dice = this.#dice;
    const lifetimes = dice.one([
      [4000, 1000, 8000],
      [600, 600, 600],
      [2000, 100, 3000],
    ]);
    const [valid, least, most] = lifetimes;
    return {
      ...(dice.once(sides) && { 'valid-lifetime': valid, 'min-valid-lifetime': least, 'max-valid-lifetime': most }),
      ...(dice.once(sides + 1) &&
        dice.one<Json>([{ 'renew-timer': 90 }, { 'renew-timer': 900, 'rebind-timer': 1800 }])),
      ...(dice.once(sides + 2) &&
        dice.one<Json>([
          { 'calculate-tee-times': true },
          { 'calculate-tee-times': true, 't1-percent': 0.25, 't2-percent': 0.75 },
          { 'calculate-tee-times': false },
        ])),
    };
  }

  #boot(sides: number): Json {
    const dice = this.#dice;
    return {
      ...(dice.once(sides) && { 'next-server': dice.one(['10.99.0.9', '192.0.2.9', '0.0.0.0']) }),
      ...(dice.once(sides) && { 'server-hostname': dice.one(['boot.example', 'other.example', '']) }),
      ...(dice.once(sides) && { 'boot-file-name': dice.one(['pxe.0', '/efi/boot', '']) }),
    };
  }

  #drawClasses(): Json[] {
    const dice = this.#dice;
    const drawn = dice.times(5, (index) => `c${index}`);
    const named = dice
      .some(['VENDOR_CLASS_igel-dhcp-1', 'VENDOR_CLASS_none', 'DROP'])
      .filter((name) => dice.once(name === 'DROP' ? 8 : 2));
    return (dice.once(2) ? [...drawn, ...named] : [...named, ...drawn]).map((name) => this.#class(name));
  }

  #class(name: string): Json {
    const dice = this.#dice;
    const expressions = new Expressions(dice, { classes: this.#classes });
    const own = dice.once(3) ? this.#classDefinitions() : [];
    const drawn: Json = {
      name,
      ...(dice.roll(6) > 0 && { test: expressions.truth(3) }),
      ...(name !== 'DROP' && dice.once(5) && { 'only-if-required': true }),
      ...(own.length > 0 && { 'option-def': own.map(definitionOf) }),
      ...this.#optionData('class', 4, own),
      ...this.#boot(6),
      ...(dice.once(6) && { 'valid-lifetime': 5000, 'min-valid-lifetime': 1000, 'max-valid-lifetime': 8000 }),
    };
    this.#classes.push(name);
    return drawn;
  }

  /** Definitions that hold in a class only: of option 43, and of codes that sites use as they like. */
  #classDefinitions(): GeneratedOption[] {
    const dice = this.#dice;
    const space = dice.one(['inner', 'vendor-encapsulated-options-space', ...this.#spaces, ...this.#spaces]);
    const own: GeneratedOption[] = [
      { ...VENDOR_OPTIONS, encapsulates: space },
      { ...VENDOR_OPTIONS, name: 'class-options', encapsulates: space },
      { space: 'dhcp4', name: 'class-own', code: 225, fields: ['string'], array: false, encapsulates: undefined },
    ];
    return dice.some(own).filter(({ code }, index, all) => all.findIndex((other) => other.code === code) === index);
  }

  /** `option-data`, most of all of options that belong together. */
  #optionData(place: Place, most: number, own: readonly GeneratedOption[] = []): Json {
    const dice = this.#dice;
    const entries = dice.times(most, () => this.#entry(this.#option(), place));
    for (const option of own) if (dice.roll(4) > 0) entries.push(this.#entry(option, place));
    const vendor = own.find(({ code }) => code === 43) ?? this.#vendorOptions;
    if (dice.once(3)) {
      entries.push(this.#entry(vendor, place));
      entries.push(...this.#inside(vendor.encapsulates, place));
    }
    // Kea puts a vendor's options into the entry for 125 itself, where the next clients find them too: in one list they are the same for all
    if (!this.#vendorsAreSet && dice.once(8)) {
      this.#vendorsAreSet = true;
      entries.push({
        name: 'vivso-suboptions',
        data: String(ENTERPRISE),
        ...(dice.once(2) && { 'always-send': true }),
      });
      entries.push(...this.#inside(`vendor-${ENTERPRISE}`, place));
    }
    if (dice.once(10) && place !== 'global') entries.push({ code: 253, data: bytes(dice) });
    const shuffled = dice.once(2) ? entries.toReversed() : entries;
    return shuffled.length === 0 ? {} : { 'option-data': shuffled };
  }

  #inside(space: string | undefined, place: Place): Json[] {
    return this.#dice
      .some(this.#options.filter((option) => option.space === space))
      .map((option) => this.#entry(option, place));
  }

  #option(): GeneratedOption {
    const dice = this.#dice;
    if (dice.once(3)) return dice.one(STANDARD.filter(({ code }) => code !== 125));
    return dice.one(this.#options.filter(({ space }) => space !== `vendor-${ENTERPRISE}`));
  }

  #entry(option: GeneratedOption, place: Place): Json {
    const dice = this.#dice;
    const { space, name, code } = option;
    const isEmpty = option.fields[0] === 'empty';
    const raw = dice.once(isEmpty ? 6 : 4);
    const named = dice.one<Json>([{ name }, { name }, { name, code }, { code }]);
    const data = raw ? hexForm(hexFor(option, dice), dice) : textFor(option, dice);
    return {
      ...named,
      ...(space === 'dhcp4' ? dice.once(3) && { space } : { space }),
      ...((data !== '' || dice.once(3)) && { data }),
      ...(raw ? { 'csv-format': false } : dice.once(4) && { 'csv-format': true }),
      ...(dice.once(place === 'global' ? 3 : 4) && { 'always-send': dice.roll(4) > 0 }),
    };
  }

  #networks(): Json {
    const dice = this.#dice;
    const away = this.#subnet('192.0.2', 3, false);
    const shares = dice.once(3);
    const near = this.#subnet('10.99.0', 1, shares);
    if (!shares) return { subnet4: dice.once(2) ? [away, near] : [near, away] };
    const second = this.#subnet('10.98.0', 2, shares);
    const network: Json = {
      name: 'net',
      ...this.#guards(),
      ...this.#timers(4),
      ...this.#boot(6),
      ...this.#optionData('network', 4),
      subnet4: dice.once(2) ? [near, second] : [second, near],
    };
    return { 'shared-networks': [network], subnet4: [away] };
  }

  /** @param shares whether other subnets stand beside it in a network: then each client is reserved something in one of them only */
  #subnet(net: string, id: number, shares: boolean): Json {
    const dice = this.#dice;
    const pools = [{ pool: `${net}.100 - ${net}.109` }, { pool: `${net}.160/28` }, { pool: `${net}.200-${net}.207` }];
    return {
      id,
      subnet: `${net}.0/24`,
      ...this.#guards(),
      ...(!shares && this.#reservationModes(5)),
      ...this.#timers(4),
      ...this.#boot(6),
      ...(dice.once(6) && { 'match-client-id': false }),
      ...this.#optionData('subnet', 4),
      pools: pools
        .slice(0, 1 + dice.roll(3))
        .map((pool) => ({ ...pool, ...this.#guards(), ...this.#optionData('pool', 3) })),
      ...(dice.once(2) && { reservations: this.#reservations(net, 4, shares) }),
    };
  }

  #guards(): Json {
    const dice = this.#dice;
    const names = [...this.#classes, ...this.#classes, 'KNOWN', 'UNKNOWN', 'ALL', 'VENDOR_CLASS_igel-dhcp-1'];
    return {
      ...(dice.once(6) && { 'client-class': dice.once(9) ? 'nobody-defines-this' : dice.one(names) }),
      ...(dice.once(4) && { 'require-client-classes': dice.times(3, () => dice.one(names)) }),
    };
  }

  #reservations(net: string, most: number, once = false): Json[] {
    const dice = this.#dice;
    const identifiers: Json[] = [
      ...CARDS.map((card) => ({ 'hw-address': card })),
      { 'client-id': CLIENT_IDS[0] },
      { 'client-id': CLIENT_IDS[1]?.match(/../g)?.join(':') },
      { duid: DUID },
      { 'circuit-id': CIRCUIT },
      { 'flex-id': `'${FLEX_ID}'` },
    ];
    return dice
      .some(identifiers)
      .filter((identifier) => !this.#placed.includes(Object.values(identifier)[0]))
      .slice(0, most)
      .map((identifier) => {
        const number = this.#hosts++;
        const address = net === 'global' ? `10.99.0.${10 + number}` : `${net}.${dice.one([10, 10, 100]) + number}`;
        const fixed = dice.once(net === 'global' ? 5 : 2);
        if (once) this.#placed.push(...Object.values(identifier));
        return {
          ...identifier,
          ...(fixed && { 'ip-address': address }),
          ...(dice.once(3) || !fixed ? { hostname: dice.one([`host-${number}`, `host-${number}.example.org`]) } : {}),
          ...(dice.once(2) && { 'client-classes': dice.times(2, () => dice.one([...this.#classes, 'extra', 'DROP'])) }),
          ...this.#boot(6),
          ...this.#optionData('reservation', 3),
        };
      });
  }
}

function definitionOf({ space, name, code, fields, array, encapsulates }: GeneratedOption): Json {
  const record = fields.length > 1;
  return {
    name,
    code,
    ...(space === 'dhcp4' ? {} : { space }),
    type: record ? 'record' : fields[0],
    ...(record && { 'record-types': fields.join(', ') }),
    ...(array && { array }),
    ...(encapsulates !== undefined && { encapsulate: encapsulates }),
  };
}
