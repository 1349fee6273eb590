import { DHCPD } from '../../server/src/languages/dhcpd/language.ts';
import type { PlacedStatement } from '../../server/src/languages/dhcpd/statement.ts';
import type { PlacedItem } from '../../server/src/languages/kea/item.ts';
import { KEA } from '../../server/src/languages/kea/language.ts';
import type { Language, ServerSettings } from '../../server/src/languages/language.ts';
import type { Document } from '../../server/src/syntax/document.ts';
import { loadParser, type Parser } from '../../server/src/syntax/parser.ts';
import { OpenUnit } from '../../server/src/workspace/unit.ts';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';

const dhcpdParser = await loadParser(grammarsOnDisk, DHCPD.syntax);
const keaParser = await loadParser(grammarsOnDisk, KEA.syntax);

export interface AtCursor<F> {
  readonly unit: OpenUnit<F>;
  readonly document: Document<F>;
  readonly offset: number;
}

export interface Surroundings {
  /** Other files by path. The one with the cursor in it is the one that is asked about; it may be one of these. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: ServerSettings;
}

/** A dhcpd.conf as an editor holds it; `|` is the cursor, and not part of the text. */
export const dhcpdAt = (marked: string, surroundings?: Surroundings): AtCursor<PlacedStatement> =>
  atCursor(DHCPD, dhcpdParser, 'dhcpd.conf', marked, surroundings);

/** The same of a kea-dhcp4.conf. */
export const keaAt = (marked: string, surroundings?: Surroundings): AtCursor<PlacedItem> =>
  atCursor(KEA, keaParser, 'kea-dhcp4.conf', marked, surroundings);

function atCursor<F>(
  language: Language<F>,
  parser: Parser,
  root: string,
  marked: string,
  { files = {}, settings = {} }: Surroundings = {},
): AtCursor<F> {
  const texts = new Map(Object.entries({ [root]: marked, ...files }));
  let place = { file: root, offset: 0 };
  for (const [file, text] of texts) {
    const offset = text.indexOf('|');
    if (offset < 0) continue;
    place = { file, offset };
    texts.set(file, text.slice(0, offset) + text.slice(offset + 1));
  }
  const reader = { read: (path: string) => texts.get(path) };
  const unit = new OpenUnit(language, parser, { path: root, text: texts.get(root) ?? '' }, reader, settings);
  unit.work();
  const document = unit.documents.find(({ file }) => file === place.file) ?? unit.root;
  return { unit, document, offset: place.offset };
}
