import type { StatementPolicy } from '../model/server-policy.ts';
import { readBigEndian } from './bytes.ts';
import type { Client } from './client.ts';
import { type Definitions, endsInText } from './definitions.ts';
import { DISCOVER, REQUEST } from './message-types.ts';
import { CLIENT_ID, HOST_NAME, MESSAGE_TYPE } from './option-codes.ts';
import { type Data, UNKNOWN } from './outcome.ts';

/** What a client repeats of the offer that it requests: the address and the server. */
const REPEATED = [50, 54];
const END = 255;
const DEPTH = 8;

/** An option that somebody asked for, and what the client sent: null if nothing. */
export interface Reading {
  readonly space: string;
  readonly code: number;
  readonly data: Data;
}

/** The options that a client sent, taken apart as the server does when it reads the packet. */
export class SentOptions {
  /** Whether the client closes its host name with a NUL, and so wants texts closed too. */
  readonly endsTextsWithNul: boolean;
  readonly #client: Client;
  readonly #definitions: Definitions;
  readonly #mainSpace: string;
  readonly #policy: StatementPolicy;
  readonly #requests: boolean;
  readonly #inner = new Map<string, Map<number, Uint8Array>>();
  /** Spaces whose contents came in a form that is not taken apart here. */
  readonly #opaque = new Set<string>();
  /** What was asked for since somebody wanted to know. */
  #readings: Map<string, Reading> | undefined;

  /** @param requests whether the client requests what it was offered, or only asks who is there */
  constructor(client: Client, definitions: Definitions, mainSpace: string, policy: StatementPolicy, requests: boolean) {
    this.#client = client;
    this.#requests = requests;
    this.#definitions = definitions;
    this.#mainSpace = mainSpace;
    this.#policy = policy;
    this.endsTextsWithNul =
      (client.options.get(HOST_NAME)?.length ?? 0) > 0 && client.options.get(HOST_NAME)?.at(-1) === 0;
    for (const [code, bytes] of client.options) this.#takeApart(mainSpace, code, bytes, 0);
    for (const code of client.unknown) {
      const type = definitions.ofCode(mainSpace, code)?.type;
      if (type?.kind === 'encapsulate') this.#opaque.add(type.space.toLowerCase());
    }
  }

  get(space: string, code: number): Data {
    const data = this.#find(space, code);
    this.#readings?.set(`${space} ${code}`, { space, code, data });
    return data;
  }

  /** What is asked for while something is worked out, and what the answers are. */
  readingsOf<T>(work: () => T): { readonly result: T; readonly readings: readonly Reading[] } {
    const readings = new Map<string, Reading>();
    this.#readings = readings;
    const result = work();
    this.#readings = undefined;
    return { result, readings: [...readings.values()] };
  }

  #find(space: string, code: number): Data {
    if (space !== this.#mainSpace) {
      if (this.#opaque.has(space)) return UNKNOWN;
      return this.#read(space, code, this.#inner.get(space)?.get(code));
    }
    if (code === MESSAGE_TYPE) return Uint8Array.of(this.#requests ? REQUEST : DISCOVER);
    if (this.#client.unknown.has(code) || (this.#requests && REPEATED.includes(code))) return UNKNOWN;
    const bytes = this.#client.options.get(code);
    if (code === HOST_NAME && bytes?.length === 0) return null;
    return this.#read(space, code, bytes);
  }

  /** Whether the server drops the packet for what it holds. */
  get malformed(): boolean {
    return this.#client.options.get(CLIENT_ID)?.length === 0;
  }

  /** Reads the client's option 43 by a space that only the configuration tells. */
  parseVendorOptions(space: string): void {
    const bytes = this.#client.options.get(43);
    this.get(this.#mainSpace, 43);
    if (this.#client.unknown.has(43)) this.#opaque.add(space);
    else if (bytes && bytes.length > 0) this.#decode(space, bytes, 0);
  }

  /** Texts lose the NULs at their end. */
  #read(space: string, code: number, bytes: Uint8Array | undefined): Data {
    if (!bytes) return null;
    const type = this.#definitions.ofCode(space, code)?.type;
    if (!endsInText(type)) return bytes;
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end--;
    return bytes.subarray(0, end);
  }

  #takeApart(space: string, code: number, bytes: Uint8Array, depth: number): void {
    const type = this.#definitions.ofCode(space, code)?.type;
    if (type?.kind === 'encapsulate') this.#decode(type.space.toLowerCase(), bytes, depth);
  }

  #decode(space: string, bytes: Uint8Array, depth: number): void {
    const found = this.#definitions.space(space);
    if (!found || depth > DEPTH) return;
    if (this.#policy.formats[space] === 'client-fqdn') {
      this.#opaque.add(space);
      return;
    }
    const { codeWidth, lengthWidth } = found;
    const end = space === this.#mainSpace ? END : 0;
    const options = this.#inner.get(space) ?? new Map<number, Uint8Array>();
    this.#inner.set(space, options);
    for (let at = 0; at + codeWidth <= bytes.length; ) {
      const code = readBigEndian(bytes.subarray(at), codeWidth);
      if (code === end) break;
      at += codeWidth;
      if (at + lengthWidth > bytes.length) break;
      const length = readBigEndian(bytes.subarray(at), lengthWidth);
      at += lengthWidth;
      if (at + length > bytes.length) break;
      const value = bytes.subarray(at, at + length);
      this.#takeApart(space, code, value, depth + 1);
      if (!options.has(code)) options.set(code, value);
      at += length;
    }
  }
}
