import { type Span, span } from '../../model/span.ts';
import type { JsonNode } from './json-node.ts';

/** What stands between the quotes of a string; other values as a whole. */
export function innerSpan(node: JsonNode): Span {
  const { item, written } = node;
  const quotedText = node.kind === 'string' && written.length > 1;
  return quotedText ? span(item.anchor, item.start + 1, item.end - 1) : node.at;
}
