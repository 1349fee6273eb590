import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dhcpdTexts, scraps } from '../../../test/stories/dhcpd-texts.ts';
import { grammarsOnDisk } from '../../../test/truth/analysis-of-disk.ts';
import { DHCPD } from '../languages/dhcpd/language.ts';
import type { Expression } from '../model/expression.ts';
import type { OptionDefinition, OptionValue } from '../model/option.ts';
import type { Scope, Step } from '../model/scope.ts';
import { endOf, type Span, startOf } from '../model/span.ts';
import { applyFixes } from '../rules/apply-fixes.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { loadParser } from '../syntax/parser.ts';
import { findingsOf } from './findings.ts';
import { Suppressions } from './suppressions.ts';
import { OpenUnit } from './unit.ts';

const parser = await loadParser(grammarsOnDisk, DHCPD.syntax);

type Files = Map<string, string>;

const open = (files: Files, size: number) =>
  new OpenUnit(
    DHCPD,
    parser,
    { path: 'dhcpd.conf', text: files.get('dhcpd.conf') ?? '' },
    { read: (path) => files.get(path) },
    {},
    { size },
  );

type Unit = ReturnType<typeof open>;

const place = (at: Span | undefined) => at && `${at.anchor.file}:${startOf(at)}-${endOf(at)}`;
const definition = (given: OptionDefinition | undefined) =>
  given && {
    ...given,
    at: place(given.at),
    nameAt: place(given.nameAt),
    codeAt: place(given.codeAt),
    typeAt: place(given.typeAt),
    replaces: place(given.replaces?.at),
  };
const value = (given: OptionValue) => ({
  ...given,
  definition: definition(given.definition),
  data: given.data.kind === 'expression' ? expression(given.data.expression) : given.data,
  scope: path(given.scope),
  at: place(given.at),
  nameAt: place(given.nameAt),
  valueAt: place(given.valueAt),
});
const path = (given: Scope | undefined): string =>
  given ? `${path(given.parent)} ${given.keyword} ${given.name} ${place(given.at)}` : '';
/** Spans as places: what hangs on pieces differs between two units. */
const placed = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null || given instanceof Uint8Array) return given;
  if ('anchor' in given) return place(given as Span);
  if (Array.isArray(given)) return given.map(placed);
  return Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, placed(inner)]));
};
const expression = (given: Expression | undefined) => placed(given);
const steps = (given: readonly Step[]): unknown =>
  given.map((step) =>
    step.kind === 'value'
      ? value(step.value)
      : step.kind === 'if'
        ? step.branches.map((branch) => [expression(branch.condition), steps(branch.steps)])
        : step.kind,
  );
const scope = (given: Scope): unknown => ({
  path: path(given),
  test: expression(given.test),
  network: given.network,
  ranges: placed(given.ranges),
  steps: steps(given.steps),
  children: given.children.map(scope),
});
const sorted = <T>(given: Iterable<T>): readonly string[] =>
  [...given].map((one) => JSON.stringify(one, plain)).toSorted();
const plain = (_key: string, given: unknown) => (typeof given === 'bigint' ? `${given}` : given);

/** A fix by what it leaves: where in the white space between two statements it adds something is all the same. */
const fixed = (finding: Finding, fix: Fix, text: string) => ({
  ...fix,
  edits: applyFixes(text, [{ ...finding, fixes: [{ ...fix, preferred: true }] }], { unsafe: true }).text.replace(
    /\s+/g,
    '',
  ),
});

/** All that a unit knows, in words that do not tell how its files are cut. */
function known(unit: Unit) {
  const { model } = unit.analysis;
  const findings = findingsOf(unit, new Suppressions(['#']), { rules: {}, fleet: [] });
  return {
    family: model.family,
    complete: model.complete,
    summary: unit.analysis.summary,
    files: unit.documents.map(({ file }) => file).toSorted(),
    global: scope(model.global),
    definitions: model.definitions.map(definition),
    spaces: model.spaces.map((space) => ({ ...space, at: place(space.at) })),
    classes: model.classes.map(({ name, test, key, spawns, subclasses, scope: body }) => [
      name,
      expression(test),
      expression(key),
      spawns,
      placed(subclasses.map(({ key: bytes, keyAt }) => [bytes, keyAt])),
      path(body),
    ]),
    values: sorted([...model.values, ...model.hostValues()].map(value)),
    hosts: sorted(
      [...model.hosts()].map(({ name, identifiers, addresses, group, looksUpAddress, scope: body }) => [
        name,
        placed(identifiers),
        placed(addresses),
        group,
        looksUpAddress,
        path(body),
      ]),
    ),
    unknownOptions: sorted(
      model.unknownOptions.map((option) => ({
        ...option,
        value: option.value && value(option.value),
        nameAt: place(option.nameAt),
        definedLater: place(option.definedLater),
        mends: placed(option.mends),
      })),
    ),
    findings: unit.documents
      .toSorted((a, b) => (a.file < b.file ? -1 : 1))
      .map(({ file, text }) =>
        findings
          .get(file)
          ?.map((finding) => ({ ...finding, fixes: finding.fixes.map((fix) => fixed(finding, fix, text)) })),
      ),
  };
}

const edits = fc.array(
  fc.record({
    file: fc.nat(3),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constantFrom(0, 0, 1, 1, 2), fc.nat(40), fc.nat(400)),
    /** Whether whole lines are taken, as when one is cut and pasted. */
    lines: fc.boolean(),
    typed: fc.oneof({ weight: 3, arbitrary: scraps }, fc.constant(''), dhcpdTexts),
    looked: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** No host declaration is as long as half a piece of any of these sizes. */
const SIZES = [1000, 1500, 4000, Number.POSITIVE_INFINITY] as const;
const longTexts = fc.array(dhcpdTexts, { maxLength: 8 }).map((texts) => texts.join(''));

test('after any edits a unit knows and finds what a new one of the same files does, wherever they are cut', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SIZES),
      fc.constantFrom(...SIZES),
      fc.tuple(longTexts, dhcpdTexts, dhcpdTexts, dhcpdTexts),
      edits,
      (size, other, [root, hosts, pools, definitions], typed) => {
        const files: Files = new Map([
          ['dhcpd.conf', root],
          ['hosts.conf', hosts],
          ['pools.conf', pools],
          ['/etc/dhcp/definitions.conf', definitions],
        ]);
        const unit = open(files, size);
        unit.work();
        for (const { file, at, removed, lines, typed: text, looked } of typed) {
          const document = unit.documents[file % unit.documents.length] ?? unit.root;
          const before = document.text;
          let start = Math.floor(at * before.length);
          let end = Math.min(before.length, start + removed);
          if (lines) {
            start = before.lastIndexOf('\n', start) + 1;
            end = before.indexOf('\n', end) + 1 || before.length;
          }
          document.edit(start, end, text);
          files.set(document.file, document.text);
          if (!looked) continue;
          unit.work();
          // Where the hosts of a file that is included twice stand depends on the cuts; dhcpd refuses them the second time.
          const included = unit.analysis.includes.map((request) => request.path);
          if (new Set(included).size < included.length) continue;
          const anew = open(files, other);
          anew.work();
          expect(known(unit)).toEqual(known(anew));
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 100) },
  );
});
