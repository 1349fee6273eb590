import type { KeyRow } from '../key.ts';
import { BOOLEAN, STRING } from '../key-types.ts';
import { CLASSES } from '../places.ts';

/** Client classes. */
export const CLASSES_KEYS: readonly KeyRow[] = [
  [
    'only-if-required',
    BOOLEAN,
    CLASSES,
    'Tests the class only where require-client-classes names it',
    { replacedBy: ['only-in-additional-list'] },
  ],
  [
    'only-in-additional-list',
    BOOLEAN,
    CLASSES,
    'Tests the class only where evaluate-additional-classes names it',
    { since: '2.7.4' },
  ],
  [
    'template-test',
    STRING,
    CLASSES,
    'Expression whose value names a class of its own, made for each value that occurs',
    { since: '2.3.2' },
  ],
  ['test', STRING, CLASSES, 'Expression that decides whether a client belongs to the class'],
];
