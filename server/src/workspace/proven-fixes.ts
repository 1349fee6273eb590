import { NEAR_MISSES, OTHER_CLIENTS } from '../igel/other-clients.ts';
import { SERVER_CODE, TAG_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { Model } from '../model/model.ts';
import { endOf, startOf } from '../model/span.ts';
import { applyFixes } from '../rules/apply-fixes.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { twinKey } from '../rules/twins.ts';
import { describeClient } from '../wire/client.ts';
import { type Reply, Server } from '../wire/reply.ts';
import type { OpenUnit } from './unit.ts';

/** Rules whose mends may change nothing but what IGEL OS gets. */
const OF_IGEL = /^(?:option-(?:43|224)-|exclusive-|vendor-class-match$|legacy-devices-uncovered$)/;

/** Enough to prove something of a file that people write by hand; what is larger is left to a person. */
const MOST_FIXES = 25;
const MOST_TEXT = 400_000;
const MOST_PLACES = 200;

/**
 * Marks those fixes as safe that change nothing for any client but IGEL's: the server is simulated before and after, with clients of
 * other vendors in every place, which ask for IGEL's options too.
 */
export function proveFixes<F>(unit: OpenUnit<F>, findings: readonly Finding[]): readonly Finding[] {
  if (unit.root.length > MOST_TEXT || !findings.some(isCandidate)) return findings;
  const before = new Server(unit.analysis.model, unit.language.policy);
  if (before.places.length > MOST_PLACES) return findings;
  const replies = repliesTo(before);
  const errors = errorsIn(unit.analysis.model);
  let left = MOST_FIXES;
  return findings.map((finding) => {
    if (!isCandidate(finding) || finding.file !== unit.root.file) return finding;
    const fixes = finding.fixes.map((fix): Fix => {
      if (fix.safe || !fix.preferred || left-- <= 0) return fix;
      const after = unit.with(applyFixes(unit.root.text, [{ ...finding, fixes: [fix] }], { unsafe: true }).text);
      if (errorsIn(after.analysis.model) > errors) return fix;
      const server = new Server(after.analysis.model, after.language.policy);
      return sameReplies(replies, repliesTo(server)) ? { ...fix, safe: true } : fix;
    });
    return { ...finding, fixes };
  });
}

const isCandidate = ({ rule, fixes }: Finding): boolean =>
  OF_IGEL.test(rule) && fixes.some(({ safe, preferred }) => preferred && !safe);

/** What is told twice of one place, as it may be where a faulty declaration is cut, counts once. */
function errorsIn(model: Model): number {
  const errors = new Set<string>();
  for (const { severity, rule, at, what } of model.problems()) {
    if (severity !== 'error') continue;
    errors.add(`${at.anchor.file} ${twinKey({ start: startOf(at), end: endOf(at), rule, what })}`);
  }
  return errors.size + model.unknownOptions.length;
}

function repliesTo(server: Server): readonly Reply[] {
  const clients = [...OTHER_CLIENTS, ...NEAR_MISSES].flatMap((vendorClass) => [
    describeClient({ vendorClass, request: [1, 3, 6, 12, 15, VENDOR_CODE, 66, 67, SERVER_CODE, TAG_CODE] }),
    describeClient({ vendorClass }),
  ]);
  return server.places.flatMap((place) => clients.map((client) => server.reply(client, place)));
}

const sameReplies = (before: readonly Reply[], after: readonly Reply[]): boolean =>
  before.length === after.length && before.every((reply, i) => textOf(reply) === textOf(after[i]));

function textOf(reply: Reply | undefined): string {
  if (!reply?.options) return 'silence';
  return [...[...reply.options].map(([code, bytes]) => `${code} ${bytes.join()}`), `unknown ${reply.unknown.join()}`]
    .sort()
    .join('\n');
}
