import type { Rollout } from '../igel/rollout.ts';
import type { LanguageId } from '../languages/language.ts';
import { withoutTwins } from '../rules/twins.ts';
import type { Document, Position } from '../syntax/document.ts';
import type { Parser } from '../syntax/parser.ts';
import type { Settings } from './analysis.ts';
import { type FileFindings, UnitFindings } from './findings.ts';
import { languageById } from './languages.ts';
import { mainFilesAround } from './main-files.ts';
import { replaceText } from './replace-text.ts';
import { Suppressions } from './suppressions.ts';
import { type FileReader, OpenUnit } from './unit.ts';

// biome-ignore lint/suspicious/noExplicitAny: a language alone knows what its facts are
export type AnyUnit = OpenUnit<any>;
// biome-ignore lint/suspicious/noExplicitAny: a language alone knows what its facts are
export type AnyDocument = Document<any>;

/** A replacement in a text, or another text as a whole where there is no range. */
export interface TextChange {
  readonly range?: { readonly start: Position; readonly end: Position } | undefined;
  readonly text: string;
}

/** A file and what it is part of. */
export interface PlaceOfFile {
  readonly unit: AnyUnit;
  readonly document: AnyDocument;
}

interface OpenFile {
  readonly language: LanguageId;
  /** One that has its text; others may be in further units. */
  document: AnyDocument;
}

interface Entry {
  readonly unit: AnyUnit;
  readonly findings: UnitFindings<unknown>;
  /** Whether it is a main file that was opened only to see whether it includes what somebody edits. */
  readonly asked: boolean;
  /** Whether its files are understood as they are now. */
  read: boolean;
  /** Whether the simulator has been asked about them, too. */
  settled: boolean;
  /** Raised with every change. */
  revision: number;
}

/**
 * The files that somebody edits, with those that they include and those that include them. A file is judged as part of the one that
 * includes it, for alone it would lack what stands before it there.
 */
export class Workspace {
  readonly #reader: FileReader;
  readonly #parsers: ReadonlyMap<LanguageId, Parser>;
  readonly #open = new Map<string, OpenFile>();
  /** By the path of the unit's first file; what was touched last comes first when there is work. */
  readonly #entries = new Map<string, Entry>();
  #settings: Settings;
  #revision = 0;

  constructor(files: FileReader, parsers: ReadonlyMap<LanguageId, Parser>, settings: Settings) {
    // What is open is read as it is in the editor.
    this.#reader = {
      read: (path) => this.#open.get(path)?.document.text ?? files.read(path),
      get folders(): readonly string[] {
        return files.folders ?? [];
      },
    };
    this.#parsers = parsers;
    this.#settings = settings;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The paths of the files that are open. */
  get paths(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The files, none of them open, of which it matters here when they change. */
  get watched(): readonly string[] {
    const paths = new Set<string>();
    for (const { unit } of this.#entries.values()) {
      paths.add(unit.root.file);
      for (const path of unit.watched) paths.add(path);
    }
    return [...paths].filter((path) => !this.#open.has(path)).sort();
  }

  open(path: string, language: LanguageId, text: string): void {
    const known = this.#open.get(path);
    if (known) {
      this.change(path, [{ text }]);
      return;
    }
    const around = this.#around(path);
    for (const entry of around) if (replaceText(documentIn(entry, path), text)) this.#touch(entry);
    const [first] = around;
    this.#open.set(path, {
      language,
      document: first ? documentIn(first, path) : this.#start(path, language, text).unit.root,
    });
    // It may be what was looked for in vain, because it could not be read or was not there yet.
    this.#reread(path);
    if (!first) this.#startIncluding(path, language);
  }

  /** Carries out changes one after the other, each in the text that the one before it has left. */
  change(path: string, changes: readonly TextChange[]): void {
    const file = this.#open.get(path);
    if (!file) return;
    const around = this.#around(path);
    for (const { range, text } of changes) {
      const start = range && file.document.offsetAt(range.start);
      const end = range && file.document.offsetAt(range.end);
      for (const entry of around) {
        const document = documentIn(entry, path);
        if (start === undefined || end === undefined) replaceText(document, text);
        else document.edit(Math.min(start, end), Math.max(start, end), text);
      }
    }
    for (const entry of around) this.#touch(entry);
  }

  /** Lets go of the file; where another one includes it, the text on the disk counts again. */
  close(path: string): void {
    if (!this.#open.delete(path)) return;
    this.#reread(path);
    this.#dropUnused();
  }

  /** Looks again at files that were changed, made or removed outside of the editor. */
  reread(paths: readonly string[]): void {
    for (const path of paths) if (!this.#open.has(path)) this.#reread(path);
    this.#giveUnits();
    this.#dropUnused();
  }

  /** Judges everything anew by other settings. */
  configure(settings: Settings): void {
    this.#settings = settings;
    const before = [...this.#entries];
    this.#entries.clear();
    for (const [path, { unit, asked }] of before) this.#start(path, unit.language.id, unit.root.text, asked);
    for (const [path, file] of this.#open) {
      const own = this.#entries.get(path) ?? this.#start(path, file.language, file.document.text);
      file.document = own.unit.root;
    }
  }

  /**
   * Works until everything is up to date or the time is over, and tells whether it is.
   * @param until a time of `now`, in milliseconds
   */
  work(until = Number.POSITIVE_INFINITY, now: () => number = () => 0): boolean {
    for (;;) {
      const entry = [...this.#entries.values()].findLast(({ settled }) => !settled);
      if (!entry) return true;
      if (!entry.read) {
        if (!entry.unit.work(until, now)) return false;
        entry.read = true;
        entry.revision = ++this.#revision;
        this.#giveUnits();
        this.#dropUnused();
        if (this.#entries.get(entry.unit.root.file) !== entry) continue;
      }
      if (!entry.findings.simulate(until, now)) return false;
      entry.settled = true;
      entry.revision = ++this.#revision;
      if (now() > until) return [...this.#entries.values()].every(({ settled }) => settled);
    }
  }

  /** Whether all that is to be said of the file is known. */
  isSettled(path: string): boolean {
    return this.isRead(path) && this.#around(path).every(({ settled }) => settled);
  }

  /** Whether the file is understood as it is now; what the simulator says of it may be of a little earlier. */
  isRead(path: string): boolean {
    const looking = [...this.#entries.values()].some(({ asked, unit }) => asked && !unit.whole);
    return !looking && this.#around(path).every(({ read }) => read);
  }

  /** Whether the file was known as a whole at some time: if not, only its beginning may be. */
  isWhole(path: string): boolean {
    return this.#around(path).every(({ unit }) => unit.whole);
  }

  /** A number that changes when something may be found in the file that was not found before. */
  revision(path: string): number {
    return this.#around(path).reduce((most, { revision }) => Math.max(most, revision), 0);
  }

  /** The file in the unit that it belongs to first. */
  place(path: string): PlaceOfFile | undefined {
    const [entry] = this.#around(path);
    return entry && { unit: entry.unit, document: documentIn(entry, path) };
  }

  /** What is found in the file, in every unit that it belongs to. */
  findings(path: string, limit?: number): FileFindings {
    const [first, ...others] = this.#around(path).map(({ findings }) => findings.of(path, limit));
    if (!first) return { findings: [], more: 0 };
    return others.reduce(
      (all, { findings, more }) => ({
        findings: withoutTwins([...all.findings, ...findings]),
        more: Math.max(all.more, more),
      }),
      first,
    );
  }

  /** What devices come to by the files that a file is part of; undefined until the simulator has been asked about them as they are. */
  rollout(path: string): { readonly unit: AnyUnit; readonly rollout: Rollout } | undefined {
    const [first] = this.#around(path);
    const rollout = first?.settled ? first.findings.rollout : undefined;
    return first && rollout && { unit: first.unit, rollout };
  }

  /** A unit of the same files that nobody else sees, to try changes in. */
  copy(path: string): PlaceOfFile | undefined {
    const place = this.place(path);
    if (!place) return undefined;
    const { root, language } = place.unit;
    const unit = this.#unit(root.file, language.id, root.text);
    unit.work();
    const document = unit.document(path);
    return document && { unit, document };
  }

  /** What a text would mean, in a unit that nobody else sees. */
  understand(path: string, id: LanguageId, text: string): AnyUnit {
    const unit = this.#unit(path, id, text);
    unit.work();
    return unit;
  }

  #unit(path: string, id: LanguageId, text: string): AnyUnit {
    const language = languageById(id);
    const parser = this.#parsers.get(id);
    if (!language || !parser) throw new RangeError(`no language is known by the name of ${id}`);
    return new OpenUnit(language, parser, { path, text }, this.#reader, this.#settings);
  }

  #start(path: string, id: LanguageId, text: string, asked = false): Entry {
    const unit = this.#unit(path, id, text);
    const findings = new UnitFindings(unit, new Suppressions(unit.language.syntax.lineComments), this.#settings);
    const entry: Entry = { unit, findings, asked, read: false, settled: false, revision: ++this.#revision };
    this.#entries.set(path, entry);
    return entry;
  }

  /** Opens the main files nearby that may include a file. */
  #startIncluding(path: string, id: LanguageId): void {
    const language = languageById(id);
    for (const main of language ? mainFilesAround(path, language.mainFiles) : []) {
      if (this.#entries.has(main) || this.#open.has(main)) continue;
      const text = this.#reader.read(main);
      if (text?.includes(path.slice(path.lastIndexOf('/') + 1))) this.#start(main, id, text, true);
    }
  }

  #touch(entry: Entry): void {
    entry.read = false;
    entry.settled = false;
    entry.revision = ++this.#revision;
    this.#entries.delete(entry.unit.root.file);
    this.#entries.set(entry.unit.root.file, entry);
  }

  #reread(path: string): void {
    const gone = this.#entries.has(path) && this.#reader.read(path) === undefined;
    if (gone) this.#entries.delete(path);
    for (const entry of [...this.#entries.values()]) if (entry.unit.reread(path)) this.#touch(entry);
  }

  /** The units that a file belongs to, its own first. */
  #around(path: string): readonly Entry[] {
    const own = this.#entries.get(path);
    const others = [...this.#entries.values()].filter((entry) => entry !== own && entry.unit.document(path));
    return own ? [own, ...others] : others;
  }

  /** Sees to it that each open file belongs to a unit, and to none of its own if another file includes it. */
  #giveUnits(): void {
    for (const [path, file] of this.#open) {
      const around = this.#around(path);
      const own = this.#entries.get(path);
      const includer = around.find((entry) => entry !== own && !own?.unit.document(entry.unit.root.file));
      if (own && includer) {
        this.#entries.delete(path);
        this.#retarget(includer.unit);
      } else if (around.length === 0) {
        file.document = this.#start(path, file.language, file.document.text).unit.root;
      } else if (!around.some(({ unit }) => unit.document(path) === file.document)) {
        const [first] = around;
        if (first) file.document = documentIn(first, path);
      }
    }
  }

  #retarget(unit: AnyUnit): void {
    for (const [path, file] of this.#open) file.document = unit.document(path) ?? file.document;
  }

  /** Lets go of units in which nothing is open, but for main files that are still being looked through. */
  #dropUnused(): void {
    for (const [root, { unit, asked }] of this.#entries) {
      const looking = asked && !unit.whole && this.#open.size > 0;
      if (!looking && !unit.documents.some(({ file }) => this.#open.has(file))) this.#entries.delete(root);
    }
    this.#giveUnits();
  }
}

function documentIn({ unit }: Entry, path: string): AnyDocument {
  const document = unit.document(path);
  if (!document) throw new Error(`${path} is no part of ${unit.root.file}`);
  return document;
}
