import { quoted } from './json-string.ts';
import type { Fault } from './report.ts';

// What people type that is no JSON, each told once and where they would put it.

const error = (
  start: number,
  end: number,
  what: string,
  remedy: string,
  mend?: { readonly title: string; readonly at: readonly [number, number]; readonly newText: string },
): Fault => ({
  severity: 'error',
  start,
  end,
  what,
  remedy,
  mend: mend && {
    title: mend.title,
    edits: [{ start: mend.at[0], end: mend.at[1], newText: mend.newText }],
  },
});

export const missingComma = (at: number): Fault => ({
  ...error(Math.max(0, at - 1), at, 'A comma is missing behind this.', 'Add it.', {
    title: 'Add the missing ","',
    at: [at, at],
    newText: ',',
  }),
  between: true,
});

export const commaBeforeAnything = (at: number): Fault =>
  error(at, at + 1, 'A comma stands here before anything that it could part.', 'Take it away.', {
    title: 'Take the comma away',
    at: [at, at + 1],
    newText: '',
  });

/** Kea only warns of a comma at the end, since 2.1.2. */
export const trailingComma = (at: number): Fault => ({
  ...error(at, at + 1, 'Nothing follows this comma.', 'Take it away.', {
    title: 'Take the comma away',
    at: [at, at + 1],
    newText: '',
  }),
  severity: 'warning',
  acceptedSince: '2.1.2',
});

export const semicolonForComma = (at: number): Fault =>
  error(at, at + 1, 'A semicolon stands where a comma belongs, or nothing.', 'Write a comma.', {
    title: 'Write a comma',
    at: [at, at + 1],
    newText: ',',
  });

export const strayColon = (at: number, sign: string): Fault =>
  error(at, at + 1, `This "${sign}" has no name before it.`, 'Take it away, or write the name in double quotes.');

export const wrongColon = (at: number, sign: string, which: number): Fault =>
  which > 1
    ? error(at, at + 1, 'One colon is enough.', 'Take this one away.', {
        title: 'Take the colon away',
        at: [at, at + 1],
        newText: '',
      })
    : error(at, at + 1, `A "${sign}" stands where a colon belongs.`, 'Write a colon.', {
        title: 'Write a colon',
        at: [at, at + 1],
        newText: ':',
      });

export const missingValue = (key: string, keyStart: number, behind: number): Fault =>
  error(keyStart, behind, `The value of "${key}" is missing.`, 'Write it behind the colon.');

export function misspeltKey(nodeType: string, written: string, start: number): Fault {
  const end = start + written.length;
  switch (nodeType) {
    case 'unclosed_string':
      return unclosedQuote(written, start);
    case 'half_quoted':
      return unopenedQuote(written, start);
    case 'wrong_quotes':
      return wrongQuotes(written, start);
    default:
      return error(start, end, `The name ${written} has no quotes.`, 'Write it in double quotes.', {
        title: `Quote the name`,
        at: [start, end],
        newText: quoted(written),
      });
  }
}

/** A value that is no JSON: a word, a text with other quotes or with one too few. */
export function badValue(nodeType: string, written: string, start: number): Fault {
  const end = start + written.length;
  if (nodeType === 'unclosed_string') return unclosedQuote(written, start);
  if (nodeType === 'half_quoted') return unopenedQuote(written, start);
  if (nodeType === 'wrong_quotes') return wrongQuotes(written, start);
  if (written.startsWith('<?')) {
    return error(
      start,
      end,
      'This include cannot be read.',
      'Write it as <?include "file"?>, with the file in double quotes.',
    );
  }
  const small = written.toLowerCase();
  if (['true', 'false', 'null'].includes(small)) {
    return error(start, end, `${written} is written in small letters.`, `Write ${small}.`, {
      title: `Write ${small}`,
      at: [start, end],
      newText: small,
    });
  }
  if (/^(?:yes|no|on|off)$/.test(small)) {
    const meant = small === 'yes' || small === 'on' ? 'true' : 'false';
    return error(start, end, `Kea does not know ${written}: a switch is true or false.`, `Write ${meant}.`, {
      title: `Write ${meant}`,
      at: [start, end],
      newText: meant,
    });
  }
  if (/^0x[0-9a-f]+$/i.test(written)) {
    const value = Number.parseInt(written, 16);
    return error(start, end, 'Numbers are decimal in JSON.', `Write ${value}.`, {
      title: `Write ${value}`,
      at: [start, end],
      newText: String(value),
    });
  }
  return error(start, end, `Kea cannot read ${shown(written)} here: a text needs double quotes.`, 'Quote it.', {
    title: 'Write it in double quotes',
    at: [start, end],
    newText: quoted(written),
  });
}

const unclosedQuote = (written: string, start: number): Fault =>
  error(
    start,
    start + written.length,
    'The quote that begins here is not closed on its line.',
    'Close it with another quote.',
    { title: 'Close the quote', at: [start + written.length, start + written.length], newText: '"' },
  );

const unopenedQuote = (written: string, start: number): Fault =>
  error(start, start + written.length, 'The quote before this text is missing.', 'Add it.', {
    title: 'Add the missing quote',
    at: [start, start],
    newText: '"',
  });

const wrongQuotes = (written: string, start: number): Fault =>
  error(
    start,
    start + written.length,
    'These quotes are not the ones that Kea knows.',
    'Write double quotes as a keyboard has them: ".',
    {
      title: 'Write double quotes',
      at: [start, start + written.length],
      newText: quoted(written.replace(/^["'‘’`“”«»´]+|["'‘’`“”«»´]+$/g, '')),
    },
  );

export const byteOrderMark = (at: number): Fault =>
  error(
    at,
    at + 1,
    'An invisible byte-order mark stands here, which Kea cannot read.',
    'Save the file as UTF-8 without a byte-order mark.',
    { title: 'Take the byte-order mark away', at: [at, at + 1], newText: '' },
  );

export const foreignSpace = (start: number, end: number, written: string): Fault =>
  written.startsWith('\ufeff')
    ? byteOrderMark(start)
    : error(
        start,
        Math.max(end, start + 1),
        'This looks like a blank and is another character, which Kea cannot read.',
        'Replace it by a blank.',
        { title: 'Replace it by a blank', at: [start, Math.max(end, start + 1)], newText: ' ' },
      );

export const unclosedComment = (start: number, end: number): Fault =>
  error(start, end, 'The comment that begins here is never closed.', 'Close it with */.', {
    title: 'Close the comment',
    at: [end, end],
    newText: ' */',
  });

export const broken = (start: number, end: number, written: string): Fault =>
  error(start, end, `Kea cannot read ${shown(written)} here.`, 'Take it away, or write it as JSON.');

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}…` : text);
