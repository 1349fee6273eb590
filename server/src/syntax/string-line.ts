/**
 * Where a string that begins at `quote` ends on its own line: on its closing quote, on the line feed, or at `to`. A loop, since a regular
 * expression with an alternative for escapes overflows its stack in a string of some million characters.
 */
export function stringLineEnd(text: string, quote: number, to = text.length): number {
  let i = quote + 1;
  for (; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22 || c === 0x0a) break;
    if (c !== 0x5c) continue;
    if (i + 1 === text.length || text.charCodeAt(i + 1) === 0x0a) break;
    i++;
  }
  return Math.min(i, to);
}
