import type { LanguageId, ServerSettings } from '../languages/language.ts';
import type { Finding } from '../rules/finding.ts';
import type { Position } from '../syntax/document.ts';
import type { GrammarLoader, Parser } from '../syntax/parser.ts';
import { findingsOf, type RuleSettings } from './findings.ts';
import { languageById, loadParsers } from './languages.ts';
import { Suppressions } from './suppressions.ts';
import { type FileReader, OpenUnit } from './unit.ts';
import type { AnyUnit } from './workspace.ts';

export type { LanguageId } from '../languages/language.ts';
export type { FileReader } from './unit.ts';

export interface Settings extends ServerSettings {
  /** The IGEL OS versions that the file is meant to serve. */
  readonly fleet: readonly string[];
  readonly language?: LanguageId;
  /** Severities that differ from the usual ones. */
  readonly rules: RuleSettings;
}

/** The file that a server would be started with. */
export interface Root {
  readonly path: string;
  readonly text: string;
  readonly language: LanguageId;
}

/** What the surroundings must give: the core itself reads nothing. */
export interface Runtime {
  readonly files: FileReader;
  readonly grammars: GrammarLoader;
}

export interface FileReport {
  readonly path: string;
  readonly language: LanguageId;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What was looked at, such as `2 subnets`; empty where there is nothing to count. */
  readonly summary: string;
  /** Line and column of an offset, both from 0; the column in UTF-16 code units. */
  position(offset: number): Position;
}

/** Checks files, each with what it includes. */
export class Analysis {
  readonly #files: FileReader;
  readonly #parsers: ReadonlyMap<LanguageId, Parser>;

  private constructor(files: FileReader, parsers: ReadonlyMap<LanguageId, Parser>) {
    this.#files = files;
    this.#parsers = parsers;
  }

  static async create({ files, grammars }: Runtime): Promise<Analysis> {
    return new Analysis(files, await loadParsers(grammars));
  }

  /** A file and what it includes, read to the end. */
  open({ path, text, language: id }: Root, settings: Settings): AnyUnit {
    const language = languageById(id);
    const parser = this.#parsers.get(id);
    if (!language || !parser) throw new RangeError(`no language is known by the name of ${id}`);
    const unit = new OpenUnit(language, parser, { path, text }, this.#files, settings);
    unit.work();
    return unit;
  }

  /** A report of the file, and one of each file that it includes. */
  check(root: Root, settings: Settings): readonly FileReport[] {
    const unit = this.open(root, settings);
    const { language } = unit;
    const findings = findingsOf(unit, new Suppressions(language.syntax.lineComments), settings);
    return unit.documents.map((document) => ({
      path: document.file,
      language: language.id,
      findings: findings.get(document.file) ?? [],
      summary: document === unit.root ? unit.analysis.summary : '',
      position: (offset) => document.positionAt(offset),
    }));
  }
}
