import type { ServedOption } from '../../serving-plan.ts';
import { quoted } from '../json-string.ts';
import type { JsonPart } from '../json-text.ts';
import { dataOf, definitionEntry, escapedData, HEADER, VENDOR_CODE, vendorDefinitionEntry } from '../option-entries.ts';

/** The space for what IGEL OS reads inside option 43. */
const SPACE = 'igel';

/** Options by code, as the file names them. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [224, 'igelrmserver'],
  [226, 'umsstructuretag'],
]);

/** What option 43 is made of, by code. Kea sends sub-options in the order of their codes. */
const SUB_OPTIONS: ReadonlyMap<number, { readonly name: string; readonly type: 'text' | 'unsigned integer 8' }> =
  new Map([
    [1, { name: 'exclusive', type: 'unsigned integer 8' }],
    [224, { name: 'igelrmserver', type: 'text' }],
    [226, { name: 'umsstructuretag', type: 'text' }],
  ]);

/** How one configuration writes the options of a plan: by name where that sends the same bytes, else as bytes. */
export class Entries {
  readonly #asBytes = new Set<number>();
  readonly #used = new Set<number>();
  readonly #usedInside = new Set<number>();
  /** Whether lists outside of classes set option 43, and whether all of those can be taken apart. */
  #sharedVendor: 'none' | 'named' | 'bytes' = 'none';

  /** @param all every option of the plan */
  constructor(all: Iterable<ServedOption>) {
    for (const { code, bytes } of all) {
      if (code !== VENDOR_CODE && textOf(bytes) === undefined) this.#asBytes.add(code);
    }
  }

  /** The entries of an option in a list outside of classes. */
  shared(option: ServedOption): readonly JsonPart[] {
    if (option.code !== VENDOR_CODE) return this.#plain(option);
    return this.#vendor(option, this.#sharedVendor === 'bytes');
  }

  /** Says beforehand which options will stand outside of classes. */
  announceShared(options: readonly ServedOption[]): void {
    for (const { code, bytes } of options) {
      if (code !== VENDOR_CODE) continue;
      if (!subOptionsOf(bytes)) this.#sharedVendor = 'bytes';
      else if (this.#sharedVendor === 'none') this.#sharedVendor = 'named';
    }
  }

  /** The lists of a class that sets options: its definition of 43 belongs to it alone. */
  ofClass(options: readonly ServedOption[]): {
    readonly definitions: readonly JsonPart[];
    readonly data: readonly JsonPart[];
  } {
    const definitions: JsonPart[] = [];
    const data: JsonPart[] = [];
    for (const option of options) {
      if (option.code === VENDOR_CODE) {
        const isNamed = subOptionsOf(option.bytes) !== undefined;
        definitions.push({ line: isNamed ? vendorDefinitionEntry(SPACE) : RAW_VENDOR });
        data.push(...this.#vendor(option, !isNamed));
      } else data.push(...this.#plain(option));
    }
    return { definitions, data };
  }

  /** The definitions of the whole server that the entries made so far need. */
  get definitions(): readonly JsonPart[] {
    const parts: JsonPart[] = [];
    for (const [code, name] of NAMES) {
      if (!this.#used.has(code)) continue;
      const line = definitionEntry({ space: undefined, name, code, type: 'text' });
      parts.push({ line: this.#asBytes.has(code) ? line.replace('"string"', '"binary"') : line });
    }
    if (this.#sharedVendor === 'named') parts.push({ line: vendorDefinitionEntry(SPACE) });
    if (this.#sharedVendor === 'bytes') parts.push({ line: RAW_VENDOR });
    for (const [code, { name, type }] of SUB_OPTIONS) {
      if (this.#usedInside.has(code)) parts.push({ line: definitionEntry({ space: SPACE, name, code, type }) });
    }
    return parts;
  }

  #plain({ code, bytes, always }: ServedOption): readonly JsonPart[] {
    this.#used.add(code);
    const name = NAMES.get(code) ?? String(code);
    const data = this.#asBytes.has(code) ? hexOf(bytes) : escapedData(textOf(bytes) ?? '');
    return [entry({ name, data, raw: this.#asBytes.has(code), always })];
  }

  #vendor({ bytes, always }: ServedOption, raw: boolean): readonly JsonPart[] {
    const inside = raw ? undefined : subOptionsOf(bytes);
    if (!inside) return [entry({ name: HEADER, data: hexOf(bytes), raw: true, always })];
    return [
      entry({ name: HEADER, always }),
      ...inside.map(({ code, data }): JsonPart => {
        this.#usedInside.add(code);
        const { name = '', type = 'text' } = SUB_OPTIONS.get(code) ?? {};
        const value = type === 'text' ? escapedData(textOf(data) ?? '') : String(data[0] ?? 0);
        return { line: dataOf({ name, space: SPACE, data: value }) };
      }),
    ];
  }
}

const RAW_VENDOR = `{ "name": ${quoted(HEADER)}, "code": ${VENDOR_CODE}, "type": "binary" }`;

function entry({
  name,
  data,
  raw = false,
  always,
}: {
  readonly name: string;
  readonly data?: string;
  readonly raw?: boolean;
  readonly always: boolean;
}): JsonPart {
  const more = `${raw ? ', "csv-format": false' : ''}${always ? ', "always-send": true' : ''}`;
  const { plain } = dataOf(data === undefined ? { name } : { name, data });
  return { line: more === '' ? plain : plain.replace(/ \}$/, `${more} }`) };
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes as a text that Kea sends unchanged: it takes blanks off the ends, and nothing that no keyboard has is worth reading. */
function textOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text) ? text : undefined;
}

interface SubOption {
  readonly code: number;
  readonly data: Uint8Array;
}

/** The sub-options of 43, where Kea would put the same ones together to the same bytes. */
function subOptionsOf(bytes: Uint8Array): readonly SubOption[] | undefined {
  const found: SubOption[] = [];
  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at] ?? 0;
    const length = bytes[at + 1];
    if (length === undefined || at + 2 + length > bytes.length || code <= (found.at(-1)?.code ?? 0)) return undefined;
    const data = bytes.subarray(at + 2, at + 2 + length);
    const type = SUB_OPTIONS.get(code)?.type;
    if (type === undefined || (type === 'text' ? textOf(data) === undefined : data.length !== 1)) return undefined;
    found.push({ code, data });
    at += 2 + length;
  }
  return found.length > 0 ? found : undefined;
}
