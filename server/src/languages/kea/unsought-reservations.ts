import type { Mend, Problem } from '../../model/problem.ts';
import { startOf } from '../../model/span.ts';
import type { FileJudgement } from './file-judgement.ts';
import type { HostIndex } from './host-index.ts';
import type { HostRecord } from './host-record.ts';
import { asEdits, into } from './insertion.ts';
import { KEA_POLICY } from './server-policy.ts';

const LIST = 'host-reservation-identifiers';
/** What only an extension of Kea works out. */
const WORKED_OUT = 'flex-id';

/** Reservations by an identifier that Kea does not look up: no client is found by them. */
export function* unsoughtReservations(file: FileJudgement, hosts: HostIndex): Generator<Problem> {
  const { map, situation, scattered } = file;
  if (!map || !situation.complete) return;
  const list = map.field(LIST);
  const named = list?.children.flatMap(({ text }) => text ?? []);
  const sought = new Set(named ?? (situation.program === '6' ? ['hw-address', 'duid'] : KEA_POLICY.identifiers));
  const mayWorkOut = (map.field('hooks-libraries')?.children.length ?? 0) > 0;
  const kinds = new Set([...hosts.kinds, ...scattered.flatMap(({ record }) => kindOf(record) ?? [])]);
  for (const kind of kinds) {
    const lacksExtension = kind === WORKED_OUT && !mayWorkOut;
    if (sought.has(kind) && !lacksExtension) continue;
    let first: HostRecord | undefined;
    let count = 0;
    for (const record of allRecords(file, hosts)) {
      if (kindOf(record) !== kind) continue;
      count++;
      if (!first || isBefore(record, first)) first = record;
    }
    if (!first) continue;
    const mends: Mend[] =
      list?.kind === 'array' && !lacksExtension
        ? [
            {
              title: `Look for reservations by "${kind}" too`,
              safe: false,
              preferred: true,
              edits: asEdits(into(list, [{ line: JSON.stringify(kind) }])),
            },
          ]
        : [];
    yield {
      rule: 'never-effective',
      severity: 'warning',
      at: first.nameAt,
      what: lacksExtension
        ? `No client is found by "${WORKED_OUT}": Kea needs the hook library flex_id to work it out, and the file loads none.`
        : `Kea does not look for reservations by "${kind}": "${LIST}" ${list ? 'leaves it out' : 'has to name it'}.`,
      hurts:
        count === 1
          ? 'The client is served as if there were no reservation for it.'
          : `The clients of ${count} reservations are served as if there were none for them.`,
      remedy: lacksExtension
        ? `Load the library in "hooks-libraries" and name "${WORKED_OUT}" in "${LIST}", or reserve by another identifier.`
        : `Add "${kind}" to "${LIST}", or reserve by another identifier.`,
      mends: mends.filter(({ edits }) => edits.length > 0),
      related: list && !lacksExtension ? [{ at: list.head, message: 'the identifiers that are looked up' }] : [],
    };
  }
}

/** The key that a reservation knows its client by. */
const kindOf = ({ identifier }: HostRecord): string | undefined => identifier?.kind;

function* allRecords({ scattered }: FileJudgement, hosts: HostIndex): Generator<HostRecord> {
  for (const { record } of scattered) yield record;
  yield* hosts.hosts();
}

const isBefore = ({ nameAt: a }: HostRecord, { nameAt: b }: HostRecord): boolean =>
  a.anchor.file === b.anchor.file ? startOf(a) < startOf(b) : a.anchor.file < b.anchor.file;
