import { WORDS } from '../expression/words.ts';
import type { Token } from '../lexer.ts';
import type { ResultKind } from '../vocabulary/expressions.ts';

export type ExpectedInExpression =
  | { readonly kind: 'operand'; readonly result: ResultKind }
  /** Joins what stands already with what is to come. */
  | { readonly kind: 'operator'; readonly result: ResultKind }
  | { readonly kind: 'option'; readonly use: 'ask'; readonly space: string | undefined };

const ASKING = /^(?:option|exists|config-option)$/i;

/** What may come next in an expression that is to yield a kind of result. */
export function expectedInExpression(tokens: readonly Token[], result: ResultKind): readonly ExpectedInExpression[] {
  const last = tokens.at(-1);
  if (!last) return [{ kind: 'operand', result }];
  const word = last.text.toLowerCase();
  if (ASKING.test(word)) return [{ kind: 'option', use: 'ask', space: undefined }];
  if (last.text === '.') {
    const space = tokens.at(-2)?.text;
    return ASKING.test(tokens.at(-3)?.text ?? '') ? [{ kind: 'option', use: 'ask', space }] : [];
  }
  if (word === 'and' || word === 'or' || word === 'not') return [{ kind: 'operand', result: 'boolean' }];
  if (word === '(' || word === ',') return argument(tokens, result);
  if (/^[=~]$/.test(word)) return [{ kind: 'operand', result: 'data' }];
  if (/^[+*/%&|^]$/.test(word)) return [{ kind: 'operand', result: 'numeric' }];
  if (word === '!' || word === 'check') return [];
  return [{ kind: 'operator', result }];
}

/** What a function takes at this place; behind a parenthesis of its own, what was wanted before it. */
function argument(tokens: readonly Token[], result: ResultKind): readonly ExpectedInExpression[] {
  let depth = 0;
  let index = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const text = tokens[i]?.text;
    if (text === ')') depth++;
    else if (text === '(' && depth > 0) depth--;
    else if (text === '(') {
      const called = WORDS.get(tokens[i - 1]?.text.toLowerCase() ?? '');
      if (called?.kind !== 'function') return [{ kind: 'operand', result }];
      const wanted = called.arguments[Math.min(index, called.arguments.length - 1)];
      if (!wanted || wanted.kind === 'variable' || wanted.kind === 'quoted' || wanted.kind === 'option') return [];
      return [{ kind: 'operand', result: wanted.kind }];
    } else if (text === ',' && depth === 0) index++;
  }
  return [{ kind: 'operand', result }];
}
