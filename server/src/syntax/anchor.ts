/** What positions in a text hang on. */
export interface TextAnchor {
  readonly file: string;
  /** Where the text begins in its file, in UTF-16 code units. Edits before it change this. */
  readonly offset: number;
  readonly text: string;
}
