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
  /**
   * Whether the client shows who gets which UMS: then it registers {@link SHOW_ROLLOUT_COMMAND}, asks {@link ROLLOUT}, and is sent
   * {@link ROLLOUT_CHANGED}.
   */
  readonly showsRollout?: boolean;
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

/** Shows who gets which UMS. Its one argument is the URI of a config; its result, where the server carries it out, is the table. */
export const SHOW_ROLLOUT_COMMAND = 'igelRollout.showRollout';

/** Client to server: who gets which UMS by the config that a file is part of. */
export const ROLLOUT = 'igelRollout/rollout';

export interface RolloutParams {
  readonly uri: string;
}

/** A stretch of one line of the table. Lines and columns count from 0, columns in UTF-16 code units; `end` is exclusive. */
interface StretchOfTable {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch that leads to a place in a config. */
export interface RolloutLink extends StretchOfTable {
  readonly uri: string;
  /** Lines and columns as above. */
  readonly target: { readonly line: number; readonly character: number };
}

/** A stretch that is shown in a colour of its own. */
export interface RolloutMark extends StretchOfTable {
  readonly role: 'heading' | 'way' | 'doubtful' | 'none' | 'unknown';
}

export interface RolloutView {
  /** The table as plain text. */
  readonly text: string;
  readonly links: readonly RolloutLink[];
  readonly marks: readonly RolloutMark[];
}

/** Null for a file that is not open. */
export type RolloutResult = RolloutView | null;

/** Client to server: the same in one line. */
export const ROLLOUT_SUMMARY = 'igelRollout/rolloutSummary';

export interface RolloutSummary {
  /** Subnets that hand out addresses. */
  readonly places: number;
  /** In how many of them no device of the fleet gets a UMS. */
  readonly without: number;
  /** In how many of them some devices get one, and others none. */
  readonly partly: number;
  /** Why no device gets anything, as a sentence; undefined where the server starts with the config. */
  readonly refusal: string | undefined;
}

/** Null for a file that is not open, and where no place for IGEL OS is known in it, or not what is sent there. */
export type RolloutSummaryResult = RolloutSummary | null;

/** Server to client: of these files that are open, another table may hold now. */
export const ROLLOUT_CHANGED = 'igelRollout/rolloutChanged';

export interface RolloutChangedParams {
  readonly uris: readonly string[];
}
