/**
 * A config as a test tells it, with what is found in it marked by comments under the line that they speak of:
 *
 *         option igelrmserver code 224 = ip-address;
 *     #                                  ^^^^^^^^^^ error option-224-type: c0 00 02 0a … declare it as text
 *
 * The carets stand under what is marked, the rest names severity, rule, and words of the message, in their order. Marks are no part of
 * the config. The indentation that all other lines share is none either, so that a mark can stand under a line's first letter too.
 */
export interface Fixture {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** From 0, in the config. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly severity: string;
  readonly rule: string;
  /** What the message says, in this order, with anything in between. */
  readonly words: readonly string[];
}

const MARK = /^( *)#( *)(\^+) (error|warning|information) ([a-z0-9-]+)(?:: (.*\S))?$/;

/** Takes the text of a template apart. A line break right behind its opening quote belongs to the test, not to the config. */
export function readFixture(template: string): Fixture {
  const lines = template.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n');
  const written = lines.filter((line) => !MARK.test(line) && line.trim() !== '');
  const indent = Math.min(...written.map((line) => line.length - line.trimStart().length));
  const config: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const [, before = '', between = '', carets = '', severity = '', rule = '', words = ''] = MARK.exec(line) ?? [];
    if (carets === '') {
      config.push(line.slice(Math.min(indent, line.length - line.trimStart().length)));
      continue;
    }
    marks.push({
      line: config.length - 1,
      column: before.length + 1 + between.length - indent,
      length: carets.length,
      severity,
      rule,
      words: words === '' ? [] : words.split(' … '),
    });
  }
  return { text: config.join('\n'), marks };
}

/** The config with its marks, as `readFixture` would read them. */
export function writeFixture({ text, marks }: Fixture): string {
  return text
    .split('\n')
    .flatMap((line, number) => [
      `  ${line}`.trimEnd(),
      ...marks
        .filter((mark) => mark.line === number)
        .map(({ column, length, severity, rule, words }) => {
          const said = words.length === 0 ? '' : `: ${words.join(' … ')}`;
          return `#${' '.repeat(column + 1)}${'^'.repeat(length)} ${severity} ${rule}${said}`;
        }),
    ])
    .join('\n');
}
