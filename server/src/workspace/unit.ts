import type { IncludeRequest, Language, LanguageAnalysis, ServerSettings } from '../languages/language.ts';
import { type Changes, Document } from '../syntax/document.ts';
import type { Parser } from '../syntax/parser.ts';
import { includeCandidates } from './include-paths.ts';

/** Reads a file; undefined where it cannot be read. Includes are read only, and nothing of them is run. */
export interface FileReader {
  read(path: string): string | undefined;
}

/** A file, the files that it includes, and what they mean together, kept up to date while they are edited. */
export class OpenUnit<F> {
  readonly language: Language<F>;
  readonly root: Document<F>;
  readonly analysis: LanguageAnalysis<F>;
  readonly #parser: Parser;
  readonly #reader: FileReader;
  readonly #settings: ServerSettings;
  readonly #documents = new Map<string, Document<F>>();
  readonly #found = new Map<string, Document<F> | undefined>();

  constructor(
    language: Language<F>,
    parser: Parser,
    file: { readonly path: string; readonly text: string },
    reader: FileReader,
    settings: ServerSettings,
  ) {
    this.language = language;
    this.#parser = parser;
    this.#reader = reader;
    this.#settings = settings;
    this.root = this.#open(file.path, file.text);
    this.analysis = language.analyse();
  }

  /** The file itself first, then what it includes. */
  get documents(): readonly Document<F>[] {
    return [...this.#documents.values()];
  }

  /**
   * Works until everything is up to date or the time is over, and tells whether it is.
   * @param until a time of `now`, in milliseconds
   */
  work(until = Number.POSITIVE_INFINITY, now: () => number = () => 0): boolean {
    for (;;) {
      const changes = new Map<Document<F>, Changes<F>>();
      for (const document of this.#documents.values()) {
        if (!document.work(until, now)) return false;
        changes.set(document, document.takeChanges());
      }
      this.analysis.update(
        { root: this.root, find: (request) => this.#find(request), settings: this.#settings },
        changes,
      );
      if (!this.#openIncludes()) return true;
    }
  }

  #open(path: string, text: string): Document<F> {
    const { syntax, lower } = this.language;
    const document = new Document(path, syntax, this.#parser, lower, text);
    this.#documents.set(path, document);
    return document;
  }

  /** Whether an include was found that has not been read before. */
  #openIncludes(): boolean {
    let opened = false;
    for (const request of this.analysis.includes) {
      const key = keyOf(request);
      if (this.#found.has(key)) continue;
      const document = this.#search(request);
      this.#found.set(key, document);
      opened ||= document !== undefined;
    }
    return opened;
  }

  #search({ path, from }: IncludeRequest): Document<F> | undefined {
    for (const candidate of includeCandidates(path, from)) {
      const open = this.#documents.get(candidate);
      if (open) return open;
      const text = this.#reader.read(candidate);
      if (text !== undefined) return this.#open(candidate, text);
    }
    return undefined;
  }

  #find(request: IncludeRequest): Document<F> | undefined {
    return this.#found.get(keyOf(request));
  }
}

const keyOf = ({ path, from }: IncludeRequest): string => `${from}\n${path}`;
