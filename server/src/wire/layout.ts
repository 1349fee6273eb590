import { joinBytes, sameBytes } from './bytes.ts';

/** An option to be sent. `bytes` is undefined where they are not known; then there are `least` to `most` of them. */
export interface Outgoing {
  readonly code: number;
  readonly bytes: Uint8Array | undefined;
  readonly least: number;
  readonly most: number;
}

/** The room that a reply has for options. */
export interface Room {
  /** Bytes of the options field. */
  readonly options: number;
  /** Whether the fields for the boot file and the server's name are free, so that options may go there (option 52). */
  readonly bootFile: boolean;
  readonly serverName: boolean;
}

const COOKIE = 4;
const BOOT_FILE = 128;
const SERVER_NAME = 64;
const LONGEST = 255;
/** How many lengths are tried for what is not known. */
const ATTEMPTS = 16;
const PAD = 0;
const END = 255;

interface Field {
  readonly size: number;
  used: number;
  readonly pieces: Piece[];
}

interface Piece {
  readonly code: number;
  readonly length: number;
  readonly bytes: Uint8Array | undefined;
}

/** Options by code; undefined bytes are not known. */
type Laid = ReadonlyMap<number, Uint8Array | undefined>;

/**
 * Lays the options out in their order: one that is longer than 255 bytes, or than what is left, is cut in pieces (RFC 3396), and one that
 * finds no room is left out (common/options.c, store_options). The options as a client puts them together; undefined bytes are not known.
 */
export function layOut(outgoing: readonly Outgoing[], room: Room): Laid {
  const longest = laidOut(outgoing, ({ most }) => most, room);
  if (outgoing.every(({ least, most }) => least === most) || fitsWhole(outgoing, room)) return longest;
  const shorter = Array.from({ length: ATTEMPTS }, (_, attempt) =>
    laidOut(outgoing, ({ least, most }) => least + Math.round(((most - least) * attempt) / ATTEMPTS), room),
  );
  return [...shorter, longest].reduce(common);
}

/** Whether every option stands in the options field in one piece, however long those are that are not known. */
function fitsWhole(outgoing: readonly Outgoing[], room: Room): boolean {
  let used = 0;
  for (const { code, most } of outgoing) {
    if (most > LONGEST || isOdd(code & 255) || !leavesRoom(used, most, room.options - COOKIE)) return false;
    used += 2 + most;
  }
  return true;
}

const isOdd = (code: number): boolean => code === PAD || code === END;

/** Whether an option can follow in the options field, with room for option 52 and the end behind it. */
const leavesRoom = (used: number, length: number, size: number): boolean => used + 5 + length < size;

/** What two layouts agree about; the rest is not known. */
function common(one: Laid, other: Laid): Laid {
  const codes = new Set([...one.keys(), ...other.keys()]);
  return new Map([...codes].map((code) => [code, same(one.get(code), other.get(code))]));
}

function same(one: Uint8Array | undefined, other: Uint8Array | undefined): Uint8Array | undefined {
  return one && other && sameBytes(one, other) ? one : undefined;
}

function laidOut(outgoing: readonly Outgoing[], sizeOf: (option: Outgoing) => number, room: Room): Laid {
  const main: Field = { size: room.options - COOKIE, used: 0, pieces: [] };
  const file: Field | undefined = room.bootFile ? { size: BOOT_FILE, used: 0, pieces: [] } : undefined;
  const name: Field | undefined = room.serverName ? { size: SERVER_NAME, used: 0, pieces: [] } : undefined;
  const spare = [file, name].filter((field) => field !== undefined);
  for (const [index, option] of outgoing.entries()) {
    const isLast = index === outgoing.length - 1;
    store(option, option.bytes?.length ?? sizeOf(option), main, spare, isLast);
  }
  const together = new Map<number, Uint8Array | undefined>();
  for (const { code, bytes } of [main, ...spare].flatMap(({ pieces }) => asRead(pieces))) {
    const before = together.get(code);
    const known = bytes && (before || !together.has(code));
    together.set(code, known ? joinBytes(before ? [before, bytes] : [bytes]) : undefined);
  }
  return together;
}

/** What a client takes the pieces of a field for: one whose code is left with 0 is read as padding before others, one with 255 as the end. */
function asRead(pieces: readonly Piece[]): readonly Piece[] {
  const odd = pieces.findIndex(({ code }) => isOdd(code));
  if (odd === -1) return pieces;
  const read = pieces.slice(0, odd);
  const rest = pieces.slice(odd);
  const end = rest.findIndex(({ bytes }) => !bytes);
  const known = end === -1 ? rest : rest.slice(0, end);
  const field = joinBytes(known.flatMap(({ code, length, bytes }) => [Uint8Array.of(code, length), bytes ?? NO_BYTES]));
  for (let at = 0; at < field.length; ) {
    const code = field[at] ?? END;
    if (code === END) return read;
    if (code === PAD) {
      at++;
      continue;
    }
    const length = field[at + 1] ?? LONGEST;
    const bytes = field.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    // One that is longer than what is left takes in what nobody can tell
    read.push({ code, length, bytes: bytes.length === length ? bytes : undefined });
  }
  return [...read, ...rest.slice(known.length).map((piece) => ({ ...piece, bytes: undefined }))];
}

const NO_BYTES = new Uint8Array();

function store({ code, bytes }: Outgoing, size: number, main: Field, spare: readonly Field[], isLast: boolean): void {
  const start = [main, ...spare].map((field) => ({ field, used: field.used, pieces: field.pieces.length }));
  let left = size;
  let at = 0;
  let split = left > LONGEST;
  while (left > 0) {
    let length = left;
    let field = split ? undefined : fieldFor(length, main, spare, isLast);
    if (!field) {
      split = true;
      const cut = fieldToCut(main, spare);
      if (!cut) {
        for (const { field: changed, used, pieces } of start) {
          changed.used = used;
          changed.pieces.length = pieces;
        }
        return;
      }
      field = cut.field;
      length = cut.length;
    }
    length = Math.min(length, left, LONGEST);
    // A code that does not fit into a byte loses its upper bits
    field.pieces.push({ code: code & 255, length, bytes: bytes?.subarray(at, at + length) });
    field.used += 2 + length;
    at += length;
    left -= length;
  }
}

/** A field that takes the option whole. The options field keeps room for option 52 and the end, unless nothing else can follow. */
function fieldFor(length: number, main: Field, spare: readonly Field[], isLast: boolean): Field | undefined {
  const alone = isLast && spare.every(({ used }) => used === 0);
  if (alone && main.used + 2 + length < main.size) return main;
  if (leavesRoom(main.used, length, main.size)) return main;
  return spare.find((field) => field.used + 3 + length < field.size);
}

function fieldToCut(
  main: Field,
  spare: readonly Field[],
): { readonly field: Field; readonly length: number } | undefined {
  if (main.used + 6 < main.size) return { field: main, length: main.size - main.used - 5 };
  const field = spare.find(({ used, size }) => used + 4 < size);
  return field && { field, length: field.size - field.used - 3 };
}
