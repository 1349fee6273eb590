import type { DocumentEdit } from '../languages/editor.ts';

/** A code action that changes the document that it was asked for. */
export interface EditAction {
  readonly title: string;
  /** They touch different places. */
  readonly edits: readonly DocumentEdit[];
}
