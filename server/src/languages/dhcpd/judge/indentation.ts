/** The blanks that the line of an offset begins with; those before the offset alone, where it stands among them. */
export function indentationAt(text: string, at: number): string {
  const blanks = /[ \t]*/y;
  blanks.lastIndex = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return blanks.exec(text.slice(0, at))?.[0] ?? '';
}
