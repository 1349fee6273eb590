import { SERVER_CODE, TAG_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import type { Scope } from '../model/scope.ts';
import { type Span, startOf } from '../model/span.ts';
import { alwaysBeaten, type Winner } from './always-beaten.ts';
import { choosesSpace, igelSpaces } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

const READ: readonly number[] = [VENDOR_CODE, SERVER_CODE, TAG_CODE];

/** A value for IGEL OS that gives way to another one, whoever asks. */
export const neverEffective: Rule = {
  id: 'never-effective',
  severity: 'warning',
  simulates: true,
  page: {
    summary: 'A value for IGEL OS goes out to nobody, because another one always takes its place.',
    what: 'Options 43, 224 and 226, and what goes into option 43 for IGEL OS: a value of a scope where every narrower one has its own; a value of a subnet where the class that sends it has one too, or of a class where every subnet has one, whichever the server looks at first; a value under a test that is set again below for everybody; a value of a class whose clients are all in another class that comes first.',
    why: 'The server accepts both and sends one. Which of the two wins is another thing with each server: dhcpd takes the value of a class before that of a subnet, Kea that of the subnet.',
    example:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n  option igel.igelrmserver "192.0.2.11";\n}\n',
    instead:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n  option igel.igelrmserver "192.0.2.11";\n}\n',
  },
  *check({ model, rollout, write }: RuleContext): Generator<Problem> {
    // A file that could not be read may hold the place that a value is for.
    if (!model.complete) return;
    const spaces = igelSpaces(model);
    const isCompared = (value: OptionValue): boolean =>
      spaces.has(value.space) ||
      choosesSpace(value) ||
      (value.space === model.mainSpace && READ.includes(value.code ?? -1));
    const beaten = alwaysBeaten(model, rollout, isCompared);
    if (beaten.size === 0) return;
    const told = placesOf('duplicate', model);
    const listed = new Set(model.values.filter(({ space }) => spaces.has(space)).map(({ scope }) => scope));
    const isOf43 = ({ space, code }: OptionValue): boolean => space === model.mainSpace && code === VENDOR_CODE;
    for (const [loser, winners] of beaten) {
      // Of two values in one list another rule tells.
      if (told.has(keyOf(loser.nameAt))) continue;
      // Where other options take the place of IGEL's, the rule for sub-options that do not go out tells it of those.
      const carried = carriedBy(loser);
      if (isOf43(loser) && listed.has(loser.scope) && winners.every(({ value }) => carriedBy(value) !== carried))
        continue;
      // An entry may also say to whom the option goes, whatever its value.
      const cut = isOf43(loser) || loser.delivery ? undefined : write.removal(loser);
      yield problemOf(loser, winners, cut);
    }
  },
};

function problemOf(loser: OptionValue, winners: readonly Winner[], cut: Span | undefined): Problem {
  return {
    rule: 'never-effective',
    severity: 'warning',
    at: loser.nameAt,
    what: `No client gets this value of "${loser.name}": ${reasonOf(loser, winners)}.`,
    hurts: 'Devices get the other value, whichever of the two is meant for them.',
    remedy: 'Take one of the two out, or set both where each is for devices of its own.',
    mends: cut
      ? [{ title: 'Take this value out', safe: false, preferred: true, edits: [{ at: cut, newText: '' }] }]
      : [],
    related: winners.slice(0, MOST_RELATED).map(({ value }) => ({ at: value.nameAt, message: 'what counts instead' })),
  };
}

const carriedBy = ({ definition }: OptionValue): string | undefined =>
  definition?.type?.kind === 'encapsulate' ? definition.type.space : undefined;

const MOST_RELATED = 5;

function reasonOf({ operator }: OptionValue, [first, ...others]: readonly Winner[]): string {
  if (!first || others.length > 0) return 'in each place that it is for, another one comes before it';
  if (operator === 'default') return 'another one is set by then, and a default gives way';
  if (first.isInSameList) return 'further down in the same place it is set once more for everybody';
  return `what stands in ${describeScope(first.value.scope)} comes before it`;
}

function describeScope({ kind, name, keyword, parent }: Scope): string {
  switch (kind) {
    case 'global':
      return 'the file itself, outside of all blocks,';
    case 'conditional':
      return parent ? `a test in ${describeScope(parent)}` : 'a test';
    case 'pool':
      return 'the pool';
    default:
      return `the ${kind === 'other' ? keyword : kind.replace('-', ' ')}${name === undefined ? '' : ` "${name}"`}`;
  }
}

/** The places that problems of a rule are told at. */
function placesOf(rule: string, model: Model): ReadonlySet<string> {
  const places = new Set<string>();
  for (const problem of model.problems()) if (problem.rule === rule) places.add(keyOf(problem.at));
  return places;
}

const keyOf = (place: Span): string => `${place.anchor.file} ${startOf(place)}`;
