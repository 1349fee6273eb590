import { DHCPD } from '../../server/src/languages/dhcpd/language.ts';
import type { PlacedStatement } from '../../server/src/languages/dhcpd/statement.ts';
import type { ServerSettings } from '../../server/src/languages/language.ts';
import type { Document } from '../../server/src/syntax/document.ts';
import { loadParser } from '../../server/src/syntax/parser.ts';
import { OpenUnit } from '../../server/src/workspace/unit.ts';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';

const parser = await loadParser(grammarsOnDisk, DHCPD.syntax);

export interface AtCursor {
  readonly unit: OpenUnit<PlacedStatement>;
  readonly document: Document<PlacedStatement>;
  readonly offset: number;
}

export interface Surroundings {
  /** Other files by path. The one with the cursor in it is the one that is asked about; it may be one of these. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: ServerSettings;
}

/** A dhcpd.conf as an editor holds it; `|` is the cursor, and not part of the text. */
export function dhcpdAt(marked: string, { files = {}, settings = {} }: Surroundings = {}): AtCursor {
  const texts = new Map(Object.entries({ 'dhcpd.conf': marked, ...files }));
  let place = { file: 'dhcpd.conf', offset: 0 };
  for (const [file, text] of texts) {
    const offset = text.indexOf('|');
    if (offset < 0) continue;
    place = { file, offset };
    texts.set(file, text.slice(0, offset) + text.slice(offset + 1));
  }
  const root = { path: 'dhcpd.conf', text: texts.get('dhcpd.conf') ?? '' };
  const unit = new OpenUnit(DHCPD, parser, root, { read: (path) => texts.get(path) }, settings);
  unit.work();
  const document = unit.documents.find(({ file }) => file === place.file) ?? unit.root;
  return { unit, document, offset: place.offset };
}
