import type { Description } from '../../editor.ts';
import type { View } from './view.ts';

/** What is to be said of the token at an offset. */
export function describeAt(_view: View, _offset: number): Description | undefined {
  return undefined;
}
