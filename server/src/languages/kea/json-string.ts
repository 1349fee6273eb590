import type { Fault } from './report.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The text that a string in double quotes stands for, and for each of its characters where it begins in the string. */
export interface DecodedString {
  readonly text: string;
  /** Undefined where nothing is escaped: then the character `i` stands at `i + 1`. */
  readonly offsets: readonly number[] | undefined;
}

/** Decodes a string as Kea does; what it refuses is kept as it stands. */
export function decodeString(written: string): DecodedString {
  const inner = written.slice(1, written.endsWith('"') && written.length > 1 ? -1 : undefined);
  if (!inner.includes('\\')) return { text: inner, offsets: undefined };
  let text = '';
  const offsets: number[] = [];
  for (let i = 0; i < inner.length; ) {
    offsets.push(i + 1);
    const hex = /^\\u00([0-9a-f]{2})/i.exec(inner.slice(i, i + 6))?.[1];
    const escaped = inner[i] === '\\' ? ESCAPES[inner[i + 1] ?? ''] : undefined;
    if (hex !== undefined) {
      text += String.fromCharCode(Number.parseInt(hex, 16));
      i += 6;
    } else if (escaped !== undefined) {
      text += escaped;
      i += 2;
    } else {
      text += inner.charAt(i);
      i++;
    }
  }
  offsets.push(inner.length + 1);
  return { text, offsets };
}

/** What Kea refuses in a string (its lexers, BadJSONEscapeSequence and ControlCharacter); `at` is where the string begins. */
export function stringFault(written: string, at: number): Fault | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!/[\\\x00-\x1f]/.test(written)) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const bad = /\\(?:u00[0-9A-Fa-f]{2}|["\\/bfnrt])|(\\u[0-9A-Fa-f]{4}|\\[\s\S]|\\$)|([\x00-\x1f])/g;
  for (const match of written.matchAll(bad)) {
    const [whole, escaped, control] = match;
    const start = at + match.index;
    if (control !== undefined) {
      return {
        severity: 'error',
        start,
        end: start + 1,
        what:
          control === '\t'
            ? 'A tab stands inside this text.'
            : `The character number ${control.charCodeAt(0)}, which nobody sees, stands inside this text.`,
        remedy: control === '\t' ? 'Write \\t for it, or blanks.' : 'Take it away.',
        mend:
          control === '\t'
            ? { title: 'Write \\t', edits: [{ start, end: start + 1, newText: '\\t' }] }
            : { title: 'Take the character away', edits: [{ start, end: start + 1, newText: '' }] },
      };
    }
    if (escaped === undefined) continue;
    if (/^\\u[0-9a-f]{4}/i.test(escaped)) {
      return {
        severity: 'error',
        start,
        end: start + whole.length,
        what: `Kea knows the escapes \\u0000 to \\u00ff only, not ${whole}.`,
        remedy: 'Write the character itself.',
        mend: undefined,
      };
    }
    return {
      severity: 'error',
      start,
      end: start + whole.length,
      what: `A backslash before ${escaped.length > 1 ? `"${escaped.slice(1)}"` : 'this'} means nothing in JSON.`,
      remedy: 'Write two backslashes for one, or take it away.',
      mend: { title: 'Double the backslash', edits: [{ start, end: start, newText: '\\' }] },
    };
  }
  return undefined;
}

/** The text as JSON writes it. */
export const quoted = (text: string): string => JSON.stringify(text);
