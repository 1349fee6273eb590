import type { IncludeRequest, Language, LanguageAnalysis, ServerSettings } from '../languages/language.ts';
import { type Changes, Document, type DocumentOptions } from '../syntax/document.ts';
import type { Parser } from '../syntax/parser.ts';
import { includeCandidates } from './include-paths.ts';
import { replaceText } from './replace-text.ts';

/** Reads a file; undefined where it cannot be read. Includes are read only, and nothing of them is run. */
export interface FileReader {
  read(path: string): string | undefined;
  /** The folders that short paths start from, each with a slash at its end; without them the one that the program works in. */
  readonly folders?: readonly string[];
}

/** A file, the files that it includes, and what they mean together, kept up to date while they are edited. */
export class OpenUnit<F> {
  readonly language: Language<F>;
  readonly root: Document<F>;
  readonly analysis: LanguageAnalysis<F>;
  readonly #parser: Parser;
  readonly #reader: FileReader;
  readonly #settings: ServerSettings;
  readonly #options: DocumentOptions<F>;
  readonly #documents = new Map<string, Document<F>>();
  readonly #found = new Map<string, Document<F> | undefined>();
  /** Files that are no longer included, of which the analysis has not been told. */
  readonly #closed = new Set<Document<F>>();
  #whole = false;
  /** Milliseconds since the analysis last took in what was lowered, and those that it took to begin anew if it did so then. */
  #lowering = 0;
  #renewing = 0;

  constructor(
    language: Language<F>,
    parser: Parser,
    file: { readonly path: string; readonly text: string },
    reader: FileReader,
    settings: ServerSettings,
    options: DocumentOptions<F> = {},
  ) {
    this.language = language;
    this.#parser = parser;
    this.#reader = reader;
    this.#settings = settings;
    this.#options = options;
    this.root = this.#open(file.path, file.text);
    this.analysis = language.analyse();
    // It may be asked before anything was read.
    this.#update(() => 0);
  }

  /** The same file with another text, to see what would become of it. */
  with(text: string): OpenUnit<F> {
    const other = new OpenUnit(
      this.language,
      this.#parser,
      { path: this.root.file, text },
      this.#reader,
      this.#settings,
    );
    other.work();
    return other;
  }

  /** The file itself first, then what it includes. */
  get documents(): readonly Document<F>[] {
    return [...this.#documents.values()];
  }

  document(path: string): Document<F> | undefined {
    return this.#documents.get(path);
  }

  /** Whether all of it has been read once. Until then the analysis knows its beginning, and little more. */
  get whole(): boolean {
    return this.#whole;
  }

  /** The files beside its own that it would look at again if they changed: those that it includes, and where it looked in vain. */
  get watched(): readonly string[] {
    const paths = new Set(this.documents.slice(1).map(({ file }) => file));
    for (const request of this.analysis.includes) {
      if (this.#find(request)) continue;
      for (const candidate of includeCandidates(request.path, request.from, this.#reader.folders)) paths.add(candidate);
    }
    return [...paths];
  }

  /**
   * Works until everything is up to date or the time is over, and tells whether it is.
   * @param until a time of `now`, in milliseconds
   */
  work(until = Number.POSITIVE_INFINITY, now: () => number = () => 0): boolean {
    for (;;) {
      const begun = now();
      const lowered = this.documents.every((document) => document.work(until, now));
      this.#lowering += now() - begun;
      if (!lowered) {
        // The analysis follows at once, so that nobody waits for all of it in the end; more seldom where it begins anew each time.
        if (this.#lowering >= 2 * this.#renewing) this.#update(now);
        return false;
      }
      this.#update(now);
      const opened = this.#openIncludes();
      this.#closeUnreached();
      if (!opened && this.#closed.size === 0) {
        this.#whole = true;
        return true;
      }
      if (now() > until) return false;
    }
  }

  /** Looks again at a file that somebody else has changed, made or removed; tells whether that changes anything here. */
  reread(path: string): boolean {
    const document = this.#documents.get(path);
    const missed = this.analysis.includes.filter(
      (request) =>
        this.#found.has(keyOf(request)) &&
        !this.#find(request) &&
        includeCandidates(request.path, request.from, this.#reader.folders).includes(path),
    );
    for (const request of missed) this.#found.delete(keyOf(request));
    if (!document) return missed.length > 0;
    const text = this.#reader.read(path);
    if (text !== undefined) return replaceText(document, text) || missed.length > 0;
    if (document === this.root) return missed.length > 0;
    this.#forget(document);
    return true;
  }

  #update(now: () => number): void {
    const begun = now();
    const changes = new Map<Document<F>, Changes<F>>();
    for (const document of this.#documents.values()) changes.set(document, document.takeChanges());
    for (const document of this.#closed) {
      const removed = [...document.takeChanges().removed, ...document.pieces];
      changes.set(document, { removed, added: [], moved: false, nested: false });
    }
    this.#closed.clear();
    const renewed = this.analysis.update(
      { root: this.root, find: (request) => this.#find(request), settings: this.#settings },
      changes,
    );
    this.#renewing = renewed ? now() - begun : 0;
    this.#lowering = 0;
  }

  #open(path: string, text: string): Document<F> {
    const { syntax, lower, faultsIn } = this.language;
    const document = new Document(path, syntax, this.#parser, lower, text, { faultsIn, ...this.#options });
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

  /** Lets go of the files that no include leads to any more. */
  #closeUnreached(): void {
    const reached = new Set(this.analysis.includes.map((request) => this.#find(request)));
    for (const document of this.#documents.values()) {
      if (document !== this.root && !reached.has(document)) this.#forget(document);
    }
  }

  #forget(document: Document<F>): void {
    this.#documents.delete(document.file);
    this.#closed.add(document);
    for (const [key, found] of this.#found) if (found === document) this.#found.delete(key);
  }

  #search({ path, from }: IncludeRequest): Document<F> | undefined {
    for (const candidate of includeCandidates(path, from, this.#reader.folders)) {
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
