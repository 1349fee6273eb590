import type { Problem } from '../model/problem.ts';
import type { Span } from '../model/span.ts';

/** Where a file is read no further, since so much is wrong before. `file` is what it would be if it were right, such as `dhcpd.conf`. */
export const givenUp = (at: Span, file: string): Problem<'syntax'> => ({
  rule: 'syntax',
  severity: 'warning',
  at,
  what: 'So much is wrong above this place that nothing from here on is looked at.',
  hurts: 'What is wrong further down is not told.',
  remedy: `Mend what is told above, and check again. If this is no ${file}, name its language.`,
  mends: [],
  related: [],
});
