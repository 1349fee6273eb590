import { type Span, span } from '../../../model/span.ts';
import type { BracketFault } from '../../../syntax/document.ts';
import { solidEnd } from '../../../syntax/solid-text.ts';
import { givenUp } from '../../given-up.ts';
import type { KeaPiece } from '../assembly.ts';
import type { PlacedItem } from '../item.ts';
import { type KeaProblem, REFUSED } from '../report.ts';
import { KEA_SYNTAX } from '../syntax.ts';

type Fault = BracketFault<PlacedItem>;

/** What is said of a bracket without its partner. */
export function bracketProblem(fault: Fault): KeaProblem | undefined {
  switch (fault.kind) {
    case 'unclosed-block': {
      const { block, endedAt, balanced } = fault;
      const closer = block.kind === '{' ? '}' : ']';
      const opener = span(block.piece, block.at, block.at + 1);
      const atEnd = endedAt.piece.text.slice(endedAt.at).trim() === '';
      const place = behindText(endedAt.piece, endedAt.at);
      const name = block.label === '' ? (block.kind === '{' ? 'map' : 'list') : `"${block.label}"`;
      return problem(
        atEnd || place.at === 0
          ? span(place.piece, Math.max(0, place.at - 1), place.at)
          : span(endedAt.piece, endedAt.at, endedAt.at + 1),
        balanced
          ? `What stands here cannot stand inside ${name}, although all brackets have partners: one of them is in the wrong place, or of the wrong kind.`
          : `The "${closer}" that closes ${name} is missing.`,
        balanced ? 'Put the bracket where it belongs.' : 'Close it.',
        balanced
          ? undefined
          : { title: `Add the missing "${closer}"`, at: span(place.piece, place.at, place.at), newText: ` ${closer}` },
        [{ at: opener, message: 'where it is opened' }],
      );
    }
    case 'stray-closer': {
      const at = span(fault.piece, fault.at, fault.at + 1);
      return problem(at, `This "${fault.bracket}" closes nothing.`, 'Take it away, or open what it closes.', {
        title: 'Take the bracket away',
        at,
        newText: '',
      });
    }
    case 'too-deep':
      return problem(
        span(fault.piece, fault.at, fault.at + 1),
        'Maps and lists are nested so deeply here that nothing inside is looked at.',
        'Check the brackets above.',
      );
    case 'too-long':
      return problem(
        span(fault.piece, fault.at, fault.at + 1),
        'Between two commas stand so many characters here that nothing of them is looked at.',
        'Add the commas. If this is no configuration of Kea, name its language.',
      );
    case 'given-up':
      return givenUp(span(fault.piece, fault.at, fault.at + 1), 'configuration of Kea');
    // A comment that nothing closes is told where it is read; Kea's items end with commas, so no bracket is taken to be missing.
    case 'unclosed-comment':
    case 'missing-opener':
      return undefined;
  }
}

/** The place behind the last text before an offset, comments and a comma aside. */
function behindText(piece: KeaPiece, at: number): { readonly piece: KeaPiece; readonly at: number } {
  const end = solidEnd(KEA_SYNTAX, piece.text, at, ',');
  return { piece, at: end === 0 ? at : end };
}

function problem(
  at: Span,
  what: string,
  remedy: string,
  mend?: { readonly title: string; readonly at: Span; readonly newText: string },
  related: KeaProblem['related'] = [],
): KeaProblem {
  return {
    rule: 'syntax',
    severity: 'error',
    at,
    what,
    hurts: REFUSED,
    remedy,
    mends: mend
      ? [{ title: mend.title, safe: true, preferred: true, edits: [{ at: mend.at, newText: mend.newText }] }]
      : [],
    related,
  };
}
