/** What some versions of IGEL OS do. Cells are Markdown without line breaks. */
export interface VersionRow {
  readonly versions: string;
  readonly does: string;
}

export const OLDER = '11.03.500 or lower';
export const NEWER = '11.04.100 or higher';

/** Some builds may misread option 43 (fact V8): that option 224 outside of it helps them is concluded, and said to be. */
export const MAY_MISREAD: VersionRow = {
  versions: '12 before 12.7.6',
  does: 'as above, but may misread option 43 (repaired in 12.7.6 and 12.8.0); a 224 outside of it as well is the safe choice (concluded, not documented)',
};

export function versionTable(rows: readonly VersionRow[], title = 'does with it'): string {
  return [
    `| IGEL OS | ${title} |`,
    '|---|---|',
    ...rows.map(({ versions, does }) => `| ${versions} | ${does.replaceAll('|', '\\|')} |`),
  ].join('\n');
}

/** Nothing is known of some releases (fact N1). */
const BETWEEN = 'releases between 11.03.500 and 11.04.100';

export const notDocumented = (...things: readonly string[]): string =>
  `*Not documented:* ${[...things, BETWEEN].join('; ')}.`;

/** The switch in the UMS that a device's way there depends on, and why it must not stay on (facts A1, A2). */
export const REGISTRATION =
  '*Registration* needs *Enable automatic registration (without MAC address import)* in the UMS (UMS Administration > Global Configuration > Device Network Settings). ' +
  'Switch it on for the rollout and off afterwards: while it is on, any device without a certificate of the UMS is taken in, and one that nobody knows can get at sensitive settings.';
