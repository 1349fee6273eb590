import { expect, it } from 'vitest';
import { textOf } from '../../../model/span.ts';
import { ExpressionReader } from './expression-reader.ts';
import { partsOf } from './parts.ts';

it('finds every part of an expression, outer ones first', () => {
  const text = 'not (substring(room, 0, 1) = "a") or upcase(option host-name) = "B"';
  const expression = new ExpressionReader({ file: 'dhcpd.conf', offset: 0, text }, 0, text.length, 'boolean').read();
  const parts = [...partsOf(expression)];
  const texts = (kind: string) => parts.filter((part) => part.kind === kind).map(({ at }) => textOf(at));
  expect(texts('variable')).toEqual(['room']);
  expect(texts('call')).toEqual(['upcase(option host-name)']);
  expect(texts('option')).toEqual(['option host-name']);
  expect(parts[0]).toBe(expression);
});
