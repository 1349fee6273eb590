import type { OptionValue } from '../../model/option.ts';
import type { Scope } from '../../model/scope.ts';
import type { Here, Representative } from './here.ts';
import { table } from './markdown.ts';

/** What some versions of IGEL OS do. Texts are Markdown without line breaks. */
export interface VersionRow {
  readonly versions: string;
  /** A release that stands for them. */
  readonly like: Representative;
  readonly does: string;
}

export const older = (does: string): VersionRow => ({ versions: '11.03.500 or lower', like: '11.03.500', does });
export const newer = (does: string): VersionRow => ({ versions: '11.04.100 or higher', like: '11.04.100', does });

/** Some builds may misread option 43 (fact V8). */
export const MAY_MISREAD: VersionRow = {
  versions: '12 before 12.7.6',
  like: '12.7.5',
  does: 'as above, but may misread option 43 (repaired in 12.7.6 and 12.8.0)',
};

/** That option 224 outside of option 43 helps such builds is concluded (fact V8), and said to be. */
export const MAY_MISREAD_SERVER: VersionRow = {
  ...MAY_MISREAD,
  does: `${MAY_MISREAD.does}; the same 224 outside of it as well is the safe choice (concluded, not documented)`,
};

export const versionTable = (rows: readonly VersionRow[], title = 'does with it'): string =>
  table(
    ['IGEL OS', title],
    rows.map(({ versions, does }) => [versions, does]),
  );

/** The same with the UMS that each comes to by the files as they are. */
export function registrationTable(rows: readonly VersionRow[], here: Here, value: OptionValue | undefined): string {
  const ends = rows.map(({ like }) => here.registration(like, value));
  if (ends.some((end) => end === undefined)) return [...said(here.refusal), versionTable(rows)].join('\n\n');
  return table(
    ['IGEL OS', 'does with it', 'its UMS, as this stands'],
    rows.map(({ versions, does }, index) => [versions, does, ends[index] ?? '']),
  );
}

const said = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

const RELEASES: readonly (readonly [Representative, string])[] = [
  ['11.04.100', '11.04.100 or higher'],
  ['12.7.5', '12 before 12.7.6'],
  ['11.03.500', '11.03.500 or lower'],
];

/** The UMS that each release comes to in a part of the network; nothing where there is no place for IGEL OS in it. */
export function registrationsIn(scope: Scope, here: Here): readonly string[] {
  if (here.refusal !== undefined) return [here.refusal];
  const rows = RELEASES.flatMap(([like, versions]) => {
    const end = here.registrationIn(scope, like);
    return end === undefined ? [] : [[versions, end]];
  });
  return rows.length > 0 ? [table(['IGEL OS', 'its UMS here'], rows)] : [];
}

/** Nothing is known of some releases (fact N1). */
const BETWEEN = 'releases between 11.03.500 and 11.04.100';

export const notDocumented = (...things: readonly string[]): string =>
  `*Not documented:* ${[...things, BETWEEN].join('; ')}.`;

/** The switch in the UMS that a device's way there depends on, and why it must not stay on (facts A1, A2). */
export const REGISTRATION =
  '*Registration* needs *Enable automatic registration (without MAC address import)* in the UMS (UMS Administration > Global Configuration > Device Network Settings). ' +
  'Switch it on for the rollout and off afterwards: while it is on, any device without a certificate of the UMS is taken in, and one that nobody knows can get at sensitive settings.';
