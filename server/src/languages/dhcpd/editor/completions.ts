import type { Completions } from '../../editor.ts';
import type { View } from './view.ts';

/** What may be typed at an offset. */
export function completionsAt(_view: View, _offset: number): Completions | undefined {
  return undefined;
}
