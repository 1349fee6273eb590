import { dirname, join } from 'node:path';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { FileReader, FileReport } from '../../server/src/workspace/analysis.ts';

/**
 * Stands in for the analysis, so that these tests are about the command line alone. It finds every `colour` (an error with a
 * safe fix), `hue` (likewise, mended to `colour`), `grey` (a warning with an unsafe fix) and `wrong` (an error without any), and
 * follows `include "FILE"`.
 */
export class WordChecker {
  readonly #files: FileReader;

  constructor(files: FileReader) {
    this.#files = files;
  }

  open(): never {
    throw new Error('these tests simulate nothing');
  }

  check({ path, text }: { readonly path: string; readonly text: string }): FileReport[] {
    const included = [...text.matchAll(/include "(.+?)"/g)].map(([, file = '']) => join(dirname(path), file));
    const reports = included.flatMap((file) => {
      const content = this.#files.read(file);
      return content === undefined ? [] : this.check({ path: file, text: content });
    });
    return [reportOf(path, text), ...reports];
  }
}

const WORDS = {
  colour: { rule: 'syntax', severity: 'error', newText: 'color', safe: true },
  hue: { rule: 'syntax', severity: 'error', newText: 'colour', safe: true },
  grey: { rule: 'duplicate', severity: 'warning', newText: 'gray', safe: false },
  wrong: { rule: 'unknown-option', severity: 'error', newText: undefined, safe: false },
} as const;

export function reportOf(path: string, text: string): FileReport {
  const findings = [...text.matchAll(/colour|hue|grey|wrong/g)].map(({ 0: word, index: start }): Finding => {
    const { rule, severity, newText, safe } = WORDS[word as keyof typeof WORDS];
    const end = start + word.length;
    const edits = [{ start, end, newText: newText ?? '' }];
    return {
      file: path,
      rule,
      severity,
      start,
      end,
      what: `"${word}" is not how it is spelt.`,
      hurts: 'Readers stumble.',
      remedy: '',
      fixes: newText === undefined ? [] : [{ title: `Write "${newText}"`, safe, preferred: true, edits }],
      related: word === 'grey' ? [{ file: path, start: 0, end: 0, message: 'Here it begins.' }] : [],
    };
  });
  return {
    path,
    language: 'dhcpd',
    findings,
    summary: `${text.split('\n').length - 1} lines`,
    position: (offset) => {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    },
  };
}
