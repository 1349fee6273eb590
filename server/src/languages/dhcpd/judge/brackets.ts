import { span } from '../../../model/span.ts';
import type { BracketFault, Piece } from '../../../syntax/document.ts';
import { solidEnd } from '../../../syntax/solid-text.ts';
import { givenUp } from '../../given-up.ts';
import { type DhcpdProblem, REFUSED } from '../report.ts';
import type { PlacedStatement } from '../statement.ts';
import { DHCPD_SYNTAX } from '../syntax.ts';
import { indentationAt } from './indentation.ts';

type Fault = BracketFault<PlacedStatement>;

/** What is said of a brace without its partner. */
export function bracketProblem(fault: Fault): DhcpdProblem | undefined {
  switch (fault.kind) {
    case 'unclosed-block': {
      const { block, endedAt, balanced } = fault;
      const opener = span(block.piece, block.at, block.at + 1);
      const { piece } = endedAt;
      const at = textBefore(piece, endedAt.at);
      const brace = `${indentationAt(block.piece.text, block.at)}}`;
      const atEnd = endedAt.piece.text.slice(endedAt.at).trim() === '';
      return problem(
        atEnd ? span(piece, Math.max(0, at - 1), at) : span(endedAt.piece, endedAt.at, endedAt.at + 1),
        piece,
        at,
        balanced
          ? 'What stands here cannot stand inside the block above, although all braces have partners: one of them is in the wrong place.'
          : `The "}" that closes this ${block.label || 'block'} is missing.`,
        balanced ? 'Move the brace to where the block ends.' : 'Close the block.',
        balanced ? undefined : { title: 'Add the missing "}"', newText: at === 0 ? `${brace}\n` : `\n${brace}` },
        [{ at: opener, message: 'where the block is opened' }],
      );
    }
    case 'stray-closer':
      return problem(
        span(fault.piece, fault.at, fault.at + 1),
        fault.piece,
        fault.at,
        `This "${fault.bracket}" closes nothing.`,
        'Take it away, or open its block.',
        { title: 'Take the brace away', newText: '', length: 1 },
      );
    case 'missing-opener':
      return problem(
        span(fault.piece, Math.max(0, fault.at - 1), fault.at),
        fault.piece,
        fault.at,
        'The "{" that opens this block is missing.',
        'Add it.',
        { title: 'Add the missing "{"', newText: ' {' },
      );
    case 'too-deep':
      return problem(
        span(fault.piece, fault.at, fault.at + 1),
        fault.piece,
        fault.at,
        'The blocks are nested so deeply here that nothing inside is looked at.',
        'Check the braces above.',
      );
    case 'too-long':
      return problem(
        span(fault.piece, fault.at, fault.at + 1),
        fault.piece,
        fault.at,
        'The statement that begins here goes on for more than a million characters, so nothing of it is looked at.',
        'Add what should have ended it. If this is no dhcpd.conf, name its language.',
      );
    case 'given-up':
      return givenUp(span(fault.piece, fault.at, fault.at + 1), 'dhcpd.conf');
    case 'unclosed-comment':
      return undefined;
  }
}

/**
 * Where the last text before an offset ends, so that a brace stands on a line of its own below it; 0 where the piece has none, which then
 * begins with a line of its own.
 */
function textBefore(piece: Piece<PlacedStatement>, at: number): number {
  return solidEnd(DHCPD_SYNTAX, piece.text, at);
}

function problem(
  place: DhcpdProblem['at'],
  piece: Piece<PlacedStatement>,
  at: number,
  what: string,
  remedy: string,
  mend?: { readonly title: string; readonly newText: string; readonly length?: number },
  related: DhcpdProblem['related'] = [],
): DhcpdProblem {
  return {
    rule: 'syntax',
    severity: 'error',
    at: place,
    what,
    hurts: REFUSED,
    remedy,
    mends: mend
      ? [
          {
            title: mend.title,
            safe: true,
            preferred: true,
            edits: [{ at: span(piece, at, at + (mend.length ?? 0)), newText: mend.newText }],
          },
        ]
      : [],
    related,
  };
}
