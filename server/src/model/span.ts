/** Something that text positions hang on: a piece of a file. Its `offset` changes when text before it is edited; spans do not. */
export interface Anchor {
  /** The path of the file, as it was given. */
  readonly file: string;
  /** Where the piece begins in its file, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
}

/** A stretch of text: `start` and `end` count from the anchor's beginning, in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly anchor: Anchor;
  readonly start: number;
  readonly end: number;
}

export const span = (anchor: Anchor, start: number, end: number): Span => ({ anchor, start, end });

/** The empty span right behind another: where something is to be inserted. */
export const after = (place: Span): Span => span(place.anchor, place.end, place.end);

/** The empty span right before another. */
export const before = (place: Span): Span => span(place.anchor, place.start, place.start);

export const textOf = (place: Span): string => place.anchor.text.slice(place.start, place.end);

/** Where a span begins in its file, in UTF-16 code units. */
export const startOf = (place: Span): number => place.anchor.offset + place.start;

/** Where a span ends in its file, in UTF-16 code units, exclusive. */
export const endOf = (place: Span): number => place.anchor.offset + place.end;
