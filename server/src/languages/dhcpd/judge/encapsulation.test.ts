import { expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';

const SPACE = 'option space menu;\n';
const CARRIER = 'option menu-options code 175 = encapsulate menu;\n';

it.each([
  [SPACE + CARRIER, 0],
  [`${SPACE + CARRIER}option others code 176 = encapsulate menu;\n`, 1],
  [SPACE + CARRIER + CARRIER, 1],
  // A space that is declared anew has no carrier yet.
  [SPACE + CARRIER + SPACE + CARRIER, 0],
])('dhcpd breaks off where a second option carries a space: %j', async (text, count) => {
  expect((await findingsIn(text)).filter(({ what }) => what.includes('already goes out'))).toHaveLength(count);
});
