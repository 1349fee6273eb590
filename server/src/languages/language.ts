import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { OptionType } from '../model/option-type.ts';
import type { Problem, TextEdit } from '../model/problem.ts';
import type { Scope } from '../model/scope.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import type { Span } from '../model/span.ts';
import type { BracketFault, Changes, Document } from '../syntax/document.ts';
import type { LanguageSyntax, Lower } from '../syntax/language-syntax.ts';
import type { Completions, Description, DocumentEdit, DocumentSymbol, OptionPlan } from './editor.ts';
import type { ServingPlan, WrittenPlan } from './serving-plan.ts';

export type LanguageId = 'dhcpd' | 'kea' | 'zone' | 'dnsmasq';

/** What the person who asks has said about the server that reads the file. */
export interface ServerSettings {
  readonly family?: 4 | 6 | undefined;
  readonly keaVersion?: string | undefined;
  readonly origin?: string | undefined;
}

/** A file that another one wants to be read at a place. */
export interface IncludeRequest {
  readonly path: string;
  readonly from: string;
}

/** A file and those that it includes, as they are now. */
export interface Unit<F> {
  readonly root: Document<F>;
  /** The file that an include means; undefined where none can be read. */
  find(request: IncludeRequest): Document<F> | undefined;
  readonly settings: ServerSettings;
}

/** What a unit means, kept up to date while its files are edited. */
export interface LanguageAnalysis<F> {
  /**
   * Takes in what has changed in the files of the unit since the last call. Tells whether it had to begin anew, so that it took the
   * longer the larger the files are, and not the more has changed.
   */
  update(unit: Unit<F>, changes: ReadonlyMap<Document<F>, Changes<F>>): boolean;
  readonly model: Model;
  /** Raised when something of the model changes but its `problems()`, and hosts that neither set an option nor are known by one. */
  readonly revision: number;
  /** Raised when anything of `model.hosts()` changes. */
  readonly hostsRevision: number;
  /** The files that the unit wants to be read, found so far. */
  readonly includes: readonly IncludeRequest[];
  /** One line for a person, such as `2 subnets, 14 hosts`. */
  readonly summary: string;
  /** What is to be said of the token at an offset; undefined where there is none, or nothing to say. */
  describeAt(document: Document<F>, offset: number): Description | undefined;
  /** What may be typed at an offset. */
  completionsAt(document: Document<F>, offset: number): Completions | undefined;
  /** The edits near an offset that make the unit send what a plan says; undefined where that cannot be done in this document. */
  carryOut(plan: OptionPlan, document: Document<F>, offset: number): readonly DocumentEdit[] | undefined;
}

/** An option definition that a fix adds. */
export interface NewDefinition {
  /** Undefined for the space of DHCP's own options. */
  readonly space: string | undefined;
  readonly name: string;
  readonly code: number;
  readonly type: 'text' | 'unsigned integer 8';
}

/** How a space comes to go out inside option 43. */
export interface SendingSpace {
  /** Why it does not go out, as the end of a sentence. */
  readonly reason: string;
  /** A few words, such as `add vendor-option-space igel`. */
  readonly title: string;
  readonly remedy: string;
  /** None where a person has to look. */
  readonly edits: readonly TextEdit[];
}

/** How a language writes what a fix wants to add or to change. */
export interface LanguageWriter {
  quoted(text: string): string;
  /** A text in the place of what an option is set to now. */
  textFor(value: OptionValue, text: string): string;
  integer(value: number): string;
  /** Raw bytes as an option's value. */
  bytes(bytes: Uint8Array): string;
  typeName(type: NewDefinition['type']): string;
  /** A text inside of a test of clients. */
  testText(text: string): string;
  /** A type as a definition names it. */
  describeType(type: OptionType): string;
  /** The test that exactly the clients of a vendor class pass. */
  vendorClassTest(vendorClass: string): string;
  /** The same, in the place of a test that is there; undefined where that is no test of its own. */
  vendorClassTestFor(test: Span, vendorClass: string): string | undefined;
  /** What a class lacks that has no test, as a remedy; undefined where the language judges such classes itself. */
  readonly testForClass: string | undefined;
  /** What makes a space go out inside option 43, for the clients of the scope. */
  sendSpace(space: string, use: { readonly scope: Scope; readonly at: Span }): SendingSpace;
  /** The edits that put sub-options into the list where the entry stands that carries their space; none where that cannot be told. */
  moveBeside(values: readonly OptionValue[], carrier: OptionValue): readonly TextEdit[];
  /** The edit that makes a class be tested for everybody, and not only where it is asked for. */
  testAlways(scope: Scope): TextEdit | undefined;
  /** The edits that set a text option for all clients, above a place. */
  setForAll(
    option: { readonly name: string; readonly text: string },
    use: { readonly scope: Scope; readonly at: Span },
  ): readonly TextEdit[];
  /** A list of numbers with one more at its end; undefined where the value is written in another way. */
  withNumber(list: OptionValue, number: number): TextEdit | undefined;
  /** A value without the word that keeps it back from everybody; undefined for a language without such a word. */
  withoutNever(value: OptionValue): TextEdit | undefined;
  /** What is cut out so that a value is gone; undefined where that cannot be told. */
  removal(value: OptionValue): Span | undefined;
  /** The edits that define an option so that a statement at `at`, in `scope`, can use it. */
  addDefinition(definition: NewDefinition, use: { readonly scope: Scope; readonly at: Span }): readonly TextEdit[];
}

/** All that is known of one language; nothing outside of its folder knows more. */
export interface Language<F> {
  readonly id: LanguageId;
  /** The server that reads it, as messages name it. */
  readonly serverName: string;
  readonly syntax: LanguageSyntax;
  /** What the files that the server starts with are usually called: others are more likely included by one of them. */
  readonly mainFiles: readonly string[];
  /** The habits of that server, as far as they decide about what it sends. */
  readonly policy: ServerPolicy;
  /** Whether the simulator knows enough of those habits to tell what a client gets; rules that ask it are silent otherwise. */
  readonly simulated: boolean;
  /** What begins a comment. */
  readonly comment: string;
  readonly lower: Lower<F>;
  /** How much is wrong with a fact by its text alone. */
  faultsIn(fact: F): number;
  bracketProblem(fault: BracketFault<F>): Problem | undefined;
  analyse(): LanguageAnalysis<F>;
  readonly write: LanguageWriter;
  /** A whole configuration that sends what a plan says; undefined for a language that nothing is moved to. */
  readonly writePlan: ((plan: ServingPlan, settings: ServerSettings) => WrittenPlan) | undefined;
  /** What a file declares, in the order of the text. */
  symbols(document: Document<F>): readonly DocumentSymbol[];
  /** Characters after which an editor asks for completions by itself. */
  readonly completionTriggers: readonly string[];
}
