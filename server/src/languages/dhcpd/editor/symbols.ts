import type { Document } from '../../../syntax/document.ts';
import type { DocumentSymbol } from '../../editor.ts';
import type { PlacedStatement } from '../statement.ts';

/** What a dhcpd.conf declares, nested as it is written. */
export function symbols(_document: Document<PlacedStatement>): readonly DocumentSymbol[] {
  return [];
}
