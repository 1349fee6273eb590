import type { Completion } from '../../editor.ts';
import { EXPRESSION_WORDS, type ExpressionWord, formOf, type ResultKind } from '../vocabulary/expressions.ts';
import type { Site } from './completions.ts';
import { expressionHelp } from './help.ts';

/** What an expression can begin with, where it is to yield a kind of result: what fits first. */
export function operandCompletions(wanted: ResultKind, { free }: Site): readonly Completion[] {
  const usable = EXPRESSION_WORDS.filter(({ kind }) => kind !== 'operator');
  return usable.toSorted((a, b) => distance(a, wanted) - distance(b, wanted)).map((word) => completionOf(word, free));
}

/** A test usually compares an option of the client; numbers with names are rarely wanted at all. */
function distance({ name, kind, result, arguments: parts }: ExpressionWord, wanted: ResultKind): number {
  if (name === 'option' && wanted !== 'numeric') return 0;
  const isConstant = kind === 'value' && result === 'numeric' && parts.length === 0;
  if (result === wanted || wanted === 'any') return isConstant ? 4 : 1;
  if (wanted === 'boolean' && result === 'data') return 2;
  return isConstant ? 5 : 3;
}

/** What can join what stands already with something else. */
export function operatorCompletions(wanted: ResultKind): readonly Completion[] {
  if (wanted !== 'boolean' && wanted !== 'any') return [];
  const names = ['=', '!=', '~=', '~~', 'and', 'or'];
  return names.flatMap((name) => {
    const word = EXPRESSION_WORDS.find((one) => one.kind === 'operator' && one.name === name);
    return word ? [completionOf(word, false)] : [];
  });
}

function completionOf(word: ExpressionWord, free: boolean): Completion {
  const { name, kind, result } = word;
  const isCalled = kind === 'function';
  const tabStops = word.arguments.map((part, index) => `\${${index + 1}:${part.name.replace(/[$}\\]/g, '\\$&')}}`);
  return {
    label: name,
    kind: kind === 'operator' ? 'operator' : isCalled ? 'function' : 'value',
    detail: [formOf(word), ...(result === 'any' ? [] : [result])].join(' → '),
    help: expressionHelp(word),
    newText: name,
    snippet: isCalled && free ? `${name}(${tabStops.join(', ')})` : undefined,
  };
}
