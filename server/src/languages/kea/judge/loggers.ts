import type { Mend } from '../../../model/problem.ts';
import type { Span } from '../../../model/span.ts';
import { compareVersions } from '../../../model/version.ts';
import { asEdits, into } from '../insertion.ts';
import type { JsonNode } from '../json-node.ts';
import type { KeaRule } from '../report.ts';
import type { Judgement } from './judgement.ts';

/** The first series that takes INFO where a logger does not say how much it writes. */
const SEVERITY_BY_DEFAULT = '2.3';
const SEVERITY = '"severity": "INFO"';
const MOST_DETAIL = 99;

/** What each log needs (LogConfigParser). Servers of DHCP pass their own check without that, and do not start. */
export function judgeLoggers(judgement: Judgement, map: JsonNode): void {
  for (const logger of map.maps('loggers')) {
    if (logger.children.some(({ kind }) => kind === 'broken' || kind === 'include')) continue;
    const needed = compareVersions(judgement.version, SEVERITY_BY_DEFAULT) < 0 ? ['name', 'severity'] : ['name'];
    for (const key of needed) {
      if (logger.field(key)) continue;
      const edits = asEdits(into(logger, [{ line: SEVERITY }]));
      const what = `This logger has no "${key}".`;
      if (key === 'name') {
        refuse(judgement, 'incomplete-declaration', logger.opening, what, 'Add the name of the program: "kea-dhcp4".');
      } else {
        const mends = [{ title: `Add ${SEVERITY}`, safe: true, preferred: true, edits }];
        refuse(judgement, 'incomplete-declaration', logger.opening, what, `Add ${SEVERITY}.`, mends);
      }
    }
    const detail = logger.field('debuglevel');
    if (detail?.integer === undefined || (detail.integer >= 0 && detail.integer <= MOST_DETAIL)) continue;
    const what = `"debuglevel" goes from 0 to ${MOST_DETAIL}, not to ${detail.integer}.`;
    refuse(judgement, 'parameter-value', detail.at, what, 'Take a number in that range.');
  }
}

function refuse(
  judgement: Judgement,
  rule: KeaRule,
  at: Span,
  what: string,
  remedy: string,
  mends: readonly Mend[] = [],
): void {
  const { program } = judgement.situation;
  if (program === '4' || program === '6') judgement.warn(rule, at, what, NOT_STARTED, remedy, { mends });
  else judgement.error(rule, at, what, remedy, { mends });
}

const NOT_STARTED = 'Kea passes its own check of the file and then does not start, so that nobody gets an answer.';
