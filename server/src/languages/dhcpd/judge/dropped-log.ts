import type { BuiltScope } from '../built-scope.ts';
import { beginsOperand } from '../expression/operand-reader.ts';
import { Reader, show } from '../reader.ts';
import { headSpan, type Statement } from '../statement.ts';
import type { Judgement } from './judgement.ts';

const PRIORITIES: readonly string[] = ['fatal', 'error', 'debug', 'info'];

/**
 * Tells a `log` in which nothing stands that could yield a value: where dhcpd refuses that everywhere else, here it drops the statement without
 * a word, and the condition or event around it as well (common/parse.c, parse_executable_statement). Returns whether it is one.
 */
export function judgeDroppedLog(judgement: Judgement, statement: Statement, scope: BuiltScope): boolean {
  if (statement.keyword !== 'log' || statement.anchor.text[statement.end - 1] !== ';') return false;
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.end - 1);
  if (!reader.takeSign('(')) return false;
  const hasPriority = PRIORITIES.some((word) => reader.takeWord(word));
  if (hasPriority && !reader.takeSign(',')) return false;
  const found = reader.peek();
  if (found.kind === 'string' || found.kind === 'unclosed-string' || beginsOperand(found)) return false;
  const around = scope.kind === 'conditional' ? ', and the block around it as well' : '';
  judgement.warn(
    'syntax',
    headSpan(statement),
    `${found.kind === 'end' ? 'Nothing' : show(found)} stands where the value to log belongs.`,
    `dhcpd drops this line without a word${around}.`,
    'Write a text in quotes, or what yields one.',
  );
  return true;
}
