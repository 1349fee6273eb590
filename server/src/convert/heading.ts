import type { LeftOut } from '../languages/serving-plan.ts';
import type { Span } from '../model/span.ts';
import type { Conversion } from './convert.ts';

/** Where a line of a list speaks of, such as `dhcpd.conf:12`. */
export type PlaceOf = (at: Span) => string;

/** One line for each thing that is not carried over. */
export const leftLines = (left: readonly LeftOut[], placeOf: PlaceOf): readonly string[] =>
  left.map(({ what, at }) => (at ? `${placeOf(at)}: ${what}` : what));

/** The text with what a person must know of it at its head, as comments. */
export function withHeading(
  { text, left }: Conversion,
  { source, comment, placeOf }: { readonly source: string; readonly comment: string; readonly placeOf: PlaceOf },
): string {
  const lines = [
    `From ${source}: what leads IGEL OS devices to their UMS (options 43, 224 and 226), and whom it is for.`,
    'Other options and settings are not converted; put these parts into the lists of your own file.',
    'A client that sends no list of requested options gets none of these options from Kea, and a NUL behind the vendor class does not count.',
    ...(left.length > 0 ? ['Not carried over:', ...leftLines(left, placeOf).map((line) => `  ${line}`)] : []),
  ];
  return `${lines.map((line) => `${comment} ${line}\n`).join('')}${text}`;
}
