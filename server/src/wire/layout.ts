import { joinBytes } from './bytes.ts';

/** An option to be sent. `bytes` is undefined where they are not known; `size` is then how many they are taken to be. */
export interface Outgoing {
  readonly code: number;
  readonly bytes: Uint8Array | undefined;
  readonly size: number;
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

interface Field {
  readonly size: number;
  used: number;
  readonly pieces: { readonly code: number; readonly bytes: Uint8Array | undefined }[];
}

/**
 * Lays the options out in their order: one that is longer than 255 bytes, or than what is left, is cut in pieces (RFC 3396), and one that
 * finds no room is left out (common/options.c, store_options). The options as a client puts them together; undefined bytes are not known.
 */
export function layOut(outgoing: readonly Outgoing[], room: Room): ReadonlyMap<number, Uint8Array | undefined> {
  const main: Field = { size: room.options - COOKIE, used: 0, pieces: [] };
  const file: Field | undefined = room.bootFile ? { size: BOOT_FILE, used: 0, pieces: [] } : undefined;
  const name: Field | undefined = room.serverName ? { size: SERVER_NAME, used: 0, pieces: [] } : undefined;
  const spare = [file, name].filter((field) => field !== undefined);
  for (const [index, option] of outgoing.entries()) {
    const isLast = index === outgoing.length - 1;
    store(option, main, spare, isLast);
  }
  const together = new Map<number, Uint8Array | undefined>();
  for (const { code, bytes } of [main, ...spare].flatMap(({ pieces }) => pieces)) {
    const before = together.get(code);
    const known = bytes && (before || !together.has(code));
    together.set(code, known ? joinBytes(before ? [before, bytes] : [bytes]) : undefined);
  }
  return together;
}

function store({ code, bytes, size }: Outgoing, main: Field, spare: readonly Field[], isLast: boolean): void {
  const start = [main, ...spare].map((field) => ({ field, used: field.used, pieces: field.pieces.length }));
  let left = bytes?.length ?? size;
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
    field.pieces.push({ code: code & 255, bytes: bytes?.subarray(at, at + length) });
    field.used += 2 + length;
    at += length;
    left -= length;
  }
}

/** A field that takes the option whole. The options field keeps room for option 52 and the end, unless nothing else can follow. */
function fieldFor(length: number, main: Field, spare: readonly Field[], isLast: boolean): Field | undefined {
  const alone = isLast && spare.every(({ used }) => used === 0);
  if (alone && main.used + 2 + length < main.size) return main;
  if (main.used + 5 + length < main.size) return main;
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
