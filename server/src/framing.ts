import { Transform, type TransformCallback } from 'node:stream';

/** The end of a header (Language Server Protocol, base protocol). */
const END = '\r\n\r\n';

/** No header is longer, in bytes; of what has no end, only so much is kept. */
const LONGEST_HEADER = 4096;

/** More than nine digits, and no text could hold the message. */
const LENGTH = /Content-Length:[ \t]*(\d{1,9})[ \t]*(?=\r\n|$)/gi;

const FIELD = /^[A-Za-z-]+:[^\r\n]*$/;

/**
 * Messages as they come in, with headers that the reader behind it understands. A header that is none would be joined with all that
 * follows, so that nothing were understood any more: here the next one that says a length counts, and what stands before it is left out.
 */
export class Framing extends Transform {
  readonly #complain: (message: string) => void;
  #header = Buffer.alloc(0);
  /** Bytes of the message that are still to come. */
  #left = 0;

  /** @param complain is told of what is left out */
  constructor(complain: (message: string) => void) {
    super();
    this.#complain = complain;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    let rest: Buffer | undefined = chunk;
    while (rest && rest.length > 0) rest = this.#left > 0 ? this.#pass(rest) : this.#read(rest);
    done();
  }

  #pass(bytes: Buffer): Buffer {
    const part = bytes.subarray(0, this.#left);
    this.#left -= part.length;
    this.push(part);
    return bytes.subarray(part.length);
  }

  /** Reads a header, and returns what stands behind it; undefined while its end has not come. */
  #read(bytes: Buffer): Buffer | undefined {
    const read = Buffer.concat([this.#header, bytes]);
    const end = read.indexOf(END);
    if (end < 0) {
      this.#header = read.subarray(-LONGEST_HEADER);
      return undefined;
    }
    this.#header = Buffer.alloc(0);
    const header = read.toString('latin1', 0, end);
    const length = [...header.matchAll(LENGTH)].at(-1)?.[1];
    const isClean = length !== undefined && header.split('\r\n').every((field) => FIELD.test(field));
    if (!isClean) this.#complain(`what came in is no message: ${JSON.stringify(header.slice(-200))}`);
    if (length !== undefined) {
      this.#left = Number(length);
      this.push(`Content-Length: ${length}${END}`);
    }
    return read.subarray(end + END.length);
  }
}
