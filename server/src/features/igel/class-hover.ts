import { VENDOR_CLASS } from '../../igel/sub-options.ts';
import type { ClientClass } from '../../model/client-class.ts';
import { isForIgel } from '../../rules/igel-names.ts';
import { describeClient } from '../../wire/client.ts';
import type { Here } from './here.ts';
import { code, table } from './markdown.ts';
import { notDocumented, REGISTRATION } from './versions.ts';

/** Vendor classes that a class is tried with: IGEL's own, some that look like it, and others that networks have. */
const TRIED: readonly (readonly [vendorClass: string | undefined, who: string])[] = [
  [VENDOR_CLASS, 'IGEL OS 11.04.100 or higher'],
  ['IGEL-DHCP-1', 'the same in capitals'],
  [`${VENDOR_CLASS}0`, 'longer'],
  ['igel-dhcp-2', 'another number'],
  ['igel', 'shorter'],
  ['PXEClient:Arch:00000:UNDI:002001', 'a network boot'],
  [undefined, 'none; IGEL OS 11.03.500 or lower is assumed to send none, or another'],
];

/** Whom a class that has to do with IGEL OS holds; nothing for other classes. */
export function classHover(of: ClientClass, here: Here): readonly string[] {
  const answers = TRIED.map(([vendorClass, who]) => ({ vendorClass, who, answer: isIn(of, vendorClass, here) }));
  const [igel, ...others] = answers;
  if (
    !igel ||
    (igel.answer === 'no' && !isForIgel(of.scope) && !of.subclasses.some(({ scope }) => scope && isForIgel(scope)))
  )
    return [];
  const tableOfAnswers = table(
    ['vendor class (option 60)', 'who', 'in this class'],
    answers.map(({ vendorClass, who, answer }) => [vendorClass === undefined ? '–' : code(vendorClass), who, answer]),
  );
  return [
    tableOfAnswers,
    verdict(
      igel.answer,
      others.some(({ answer }) => answer !== 'no'),
    ),
    notDocumented('what 11.03.500 and lower send'),
    REGISTRATION,
  ];
}

type Answer = 'yes' | 'no' | 'depends on more than that';

function isIn(of: ClientClass, vendorClass: string | undefined, here: Here): Answer {
  const memberships = here.server.classesOf(describeClient({ vendorClass }));
  const found = memberships.filter((membership) => membership.of.name === of.name);
  if (found.length === 0) return 'no';
  return found.some(({ certain }) => certain) ? 'yes' : 'depends on more than that';
}

function verdict(igel: Answer, others: boolean): string {
  if (igel === 'no') {
    return 'No device of IGEL OS gets what this class sets: upper and lower case matter, and every letter counts.';
  }
  if (others) return 'Others than IGEL OS come into it too. What it sets, option 43 above all, reaches them as well.';
  return 'It holds IGEL OS 11.04.100 and higher, and nobody else of these.';
}
