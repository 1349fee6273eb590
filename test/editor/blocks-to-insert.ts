import { insertBlockActions } from '../../server/src/features/insert-block.ts';
import { DEFAULT_FLEET } from '../../server/src/igel/devices.ts';
import type { DocumentEdit } from '../../server/src/languages/editor.ts';
import { UnitFindings } from '../../server/src/workspace/findings.ts';
import { Suppressions } from '../../server/src/workspace/suppressions.ts';
import { type AtCursor, dhcpdAt, keaAt, type Surroundings } from './unit-at-cursor.ts';

export interface Insertion {
  /** Behind `Insert igelrmserver block: `. */
  readonly what: string;
  /** The text without the cursor. */
  readonly text: string;
  readonly edits: readonly DocumentEdit[];
}

/** The blocks that are offered at the cursor of a dhcpd.conf. */
export const insertions = (marked: string, surroundings?: Surroundings): readonly Insertion[] =>
  insertionsAt(dhcpdAt(marked, surroundings));

/** The same of a kea-dhcp4.conf. */
export const keaInsertions = (marked: string, surroundings?: Surroundings): readonly Insertion[] =>
  insertionsAt(keaAt(marked, surroundings));

function insertionsAt<F>({ unit, document, offset }: AtCursor<F>): readonly Insertion[] {
  const found = new UnitFindings(unit, new Suppressions(unit.language.syntax.lineComments), {
    fleet: DEFAULT_FLEET,
    rules: {},
  });
  found.simulate();
  const { findings } = found.of(document.file);
  return insertBlockActions(unit, document, offset, findings).map(({ title, edits }) => ({
    what: title.replace('Insert igelrmserver block: ', ''),
    text: document.text,
    edits,
  }));
}

export const FOR_224 = 'option 224';
export const FOR_43 = 'option 43 for igel-dhcp-1';
export const FOR_BOTH = 'both, for a mixed fleet';
