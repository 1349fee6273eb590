import { type LocalMend, Refusal } from '../reader.ts';
import type { Statement } from '../statement.ts';

const BEGINNING = /^(?:\/\/|\/\*|--)/;

/** A comment as other languages have it, which dhcpd reads as a statement; undefined for anything else. */
export function foreignComment({ kind, anchor, start }: Statement): Refusal | undefined {
  if (kind !== 'unknown_statement') return undefined;
  const rest = anchor.text.slice(start);
  const sign = BEGINNING.exec(rest)?.[0];
  if (sign === undefined) return undefined;
  return new Refusal(
    'syntax',
    { start, end: start + sign.length },
    `"${sign}" begins no comment in dhcpd.conf: what follows is read as a statement.`,
    'Begin a comment with "#".',
    [sign === '/*' ? blockMend(rest, start) : lineMend(start, sign)].filter((mend) => mend !== undefined),
  );
}

const lineMend = (start: number, sign: string): LocalMend => ({
  title: 'Make it a "#" comment',
  safe: true,
  edits: [{ start, end: start + sign.length, newText: '#' }],
});

/** Each line of the comment with a "#" of its own; what follows it on its last line goes to the next one. */
function blockMend(rest: string, start: number): LocalMend | undefined {
  const close = rest.indexOf('*/');
  if (close < 0) return undefined;
  const lineEnd = rest.includes('\r\n') ? '\r\n' : '\n';
  const lines = rest
    .slice(2, close)
    .split(/\r?\n/)
    .map((line) => `# ${line.replace(/^[ \t]*\*?[ \t]*/, '')}`.trimEnd());
  const kept = lines.length > 2 ? lines.filter((line, i) => line !== '#' || (i > 0 && i < lines.length - 1)) : lines;
  const blanks = /^[ \t]*(?=\S)/.exec(rest.slice(close + 2).split(/\r?\n/, 1)[0] ?? '')?.[0];
  return {
    title: 'Make it a "#" comment',
    safe: true,
    edits: [
      {
        start,
        end: start + close + 2 + (blanks?.length ?? 0),
        newText: kept.join(lineEnd) + (blanks === undefined ? '' : lineEnd),
      },
    ],
  };
}
