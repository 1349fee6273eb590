/** A text between quotes, none of it taken for Markdown. */
export const quoted = (text: string): string => `"${plain(text)}"`;

/** A text, none of it taken for Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#&~]/g, '\\$&');

/** A text as code. */
export const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

/** Cells may hold what would end them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
