const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where lines begin in a text, without the first. A line ends as LSP has it: with `\n`, `\r\n` or a lone `\r`. */
export function lineStarts(text: string): readonly number[] {
  const starts: number[] = [];
  if (!text.includes('\r')) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) starts.push(i + 1);
  }
  return starts;
}

/** How many lines end in a text, and where its last line begins. */
export function countLines(text: string): { readonly lines: number; readonly last: number } {
  if (text.includes('\r')) {
    const starts = lineStarts(text);
    return { lines: starts.length, last: starts.at(-1) ?? 0 };
  }
  let lines = 0;
  let last = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
    lines++;
    last = i + 1;
  }
  return { lines, last };
}
