import type { OptionDefinition, OptionValue } from '../model/option.ts';
import type { Scope } from '../model/scope.ts';

/** A stretch of a document, in UTF-16 code units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What a token means in terms of the model, so that it can be told what devices do with it. */
export type Subject =
  /** An option by its name, code or type, wherever it is defined, set or asked for. */
  | {
      readonly kind: 'option';
      readonly space: string;
      /** As written. */
      readonly name: string;
      /** Undefined where no definition is known. */
      readonly code: number | undefined;
      readonly definition: OptionDefinition | undefined;
      /** What the statement sets, if it sets something. */
      readonly value: OptionValue | undefined;
    }
  /** The value that an option is set to. */
  | { readonly kind: 'value'; readonly value: OptionValue }
  | { readonly kind: 'class'; readonly name: string }
  /** The setting that says which option space goes out inside option 43. */
  | { readonly kind: 'vendor-space'; readonly value: OptionValue | undefined }
  | { readonly kind: 'other' };

/** What a language says of one of its words. Texts are Markdown without line breaks. */
export interface Help {
  /** The word, or the statement that it is a part of. */
  readonly title: string;
  /** Short facts behind the title, such as `option 3`, `array of ip-address`. */
  readonly traits: readonly string[];
  /** What it does: a sentence, or none where nothing is known. */
  readonly help: string;
  /** The ways to write it, in the language itself. */
  readonly forms: readonly string[];
  /** The rest, each with a word that says what it is about, such as `Default` or `Place`. */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly about: string;
  readonly text: string;
}

/** A token, what it means and what is to be said of it. */
export interface Description extends TextRange {
  readonly subject: Subject;
  readonly help: Help;
}

export type CompletionKind =
  | 'declaration'
  | 'statement'
  | 'option'
  | 'type'
  | 'class'
  | 'space'
  | 'value'
  | 'function'
  | 'operator'
  | 'name';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words, such as type and code. */
  readonly detail: string;
  readonly help: Help;
  readonly newText: string;
  /** The same with tab stops, in the snippet syntax of the Language Server Protocol, for editors that know them. */
  readonly snippet: string | undefined;
}

/** What may stand at a place, the likeliest first. */
export interface Completions {
  /** What a chosen item replaces. */
  readonly range: TextRange;
  readonly items: readonly Completion[];
  /** The option of the client that is compared with what is to be typed. */
  readonly compared: { readonly space: string; readonly code: number; readonly inQuotes: boolean } | undefined;
}

export type SymbolKind =
  | 'network'
  | 'pool'
  | 'group'
  | 'host'
  | 'class'
  | 'option'
  | 'space'
  | 'key'
  | 'zone'
  | 'peer'
  | 'condition'
  | 'function'
  | 'include';

/** One thing that a file declares, with what is declared inside it. */
export interface DocumentSymbol {
  readonly name: string;
  /** What kind of thing it is in the words of the language, and what tells it apart. */
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: TextRange;
  /** Its name, inside of `range`. */
  readonly nameRange: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** An option that is to be there. */
export interface PlannedOption {
  readonly name: string;
  readonly code: number;
  readonly type: 'text' | 'unsigned integer 8';
  /** What it is set to, or what stands at its tab stop until somebody writes the right thing there. */
  readonly value: string | number;
  /** `fixed`: as it is. `asked`: a tab stop. `optional`: only for editors with tab stops, and easily taken out there. */
  readonly use: 'fixed' | 'asked' | 'optional';
}

/** Options that a file is to send; what it does already is left as it is. */
export interface OptionPlan {
  /** Sent to every client that asks. */
  readonly everybody:
    | {
        /** What it is for, without the sign that begins a comment. */
        readonly comment: string;
        readonly options: readonly PlannedOption[];
      }
    | undefined;
  /** Sent inside option 43 to the clients that send `vendorClass` as their option 60. */
  readonly vendor:
    | {
        readonly comment: string;
        readonly vendorClass: string;
        /** For the option space and for the class, where they have to be made. */
        readonly name: string;
        readonly options: readonly PlannedOption[];
        /** A scope of the files that all these clients come into, and no others. */
        readonly scope: Scope | undefined;
      }
    | undefined;
}

/** A replacement in one document. */
export interface DocumentEdit extends TextRange {
  readonly newText: string;
  /** The same with tab stops, in the snippet syntax of the Language Server Protocol; undefined where there is nothing to fill in. */
  readonly snippet: string | undefined;
}
