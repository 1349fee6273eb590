// What client and server say to each other beside the Language Server Protocol. It imports nothing, so that both sides may.

/** The section of the editor's configuration. */
export const SECTION = 'igelRollout';

/** Prints a rule's page. Its one argument is the rule's id; its result is Markdown, or null for a rule that does not exist. */
export const EXPLAIN_COMMAND = 'igelRollout.explainRule';

/** What `initializationOptions` may hold. All of it is optional: the server works with any editor. */
export interface InitializationOptions {
  /** The settings, for editors that cannot be asked for them: the content of the section. */
  readonly settings?: unknown;
  /** Whether the client answers {@link READ_FILE}. */
  readonly readsFiles?: boolean;
  /** Whether the client shows rule pages itself: then it registers {@link EXPLAIN_COMMAND}, and asks {@link EXPLAIN}. */
  readonly explains?: boolean;
  /** Whether the client shows by itself what is wrong in the settings: then it is sent {@link WRONG_SETTINGS}, and no messages. */
  readonly placesComplaints?: boolean;
}

/** Something in the settings that was not understood; what is usual holds instead. */
export interface Complaint {
  /** The setting below the section, and what of its value: `['dhcpd.family']`, `['rules', 'syntax']`; empty for the whole section. */
  readonly at: readonly string[];
  readonly message: string;
}

/** Server to client: all that is wrong in the settings as they are now. */
export const WRONG_SETTINGS = 'igelRollout/wrongSettings';

export interface WrongSettingsParams {
  readonly complaints: readonly Complaint[];
}

/** Server to client: the text of a file that the server cannot reach, such as an include in a browser. */
export const READ_FILE = 'igelRollout/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Null where there is no such file. */
export type ReadFileResult = { readonly text: string } | null;

/** Client to server: what a file becomes for another server. */
export const MOVE = 'igelRollout/move';

export interface MoveParams {
  readonly uri: string;
  /** The id of a language. */
  readonly to: string;
}

/** The text and, a line each, what is not carried over; or why nothing is written. Null where the file is not known. */
export type MoveResult =
  | { readonly text: string; readonly left: readonly string[] }
  | { readonly trouble: string }
  | null;

/** Client to server: the page of a rule. */
export const EXPLAIN = 'igelRollout/explain';

export interface ExplainParams {
  readonly rule: string;
}

/** Null where there is no such rule. */
export type ExplainResult = { readonly markdown: string } | null;
