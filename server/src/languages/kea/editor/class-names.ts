import type { FileJudgement } from '../file-judgement.ts';

/** A class that a file may name. */
export interface NamedClass {
  readonly name: string;
  readonly help: string;
  readonly builtIn: boolean;
}

const BUILT_IN: readonly NamedClass[] = [
  { name: 'KNOWN', help: 'Clients that have a reservation', builtIn: true },
  { name: 'UNKNOWN', help: 'Clients that have no reservation', builtIn: true },
  { name: 'ALL', help: 'Every client', builtIn: true },
  { name: 'BOOTP', help: 'Clients that speak BOOTP', builtIn: true },
  { name: 'DROP', help: 'Clients whose messages are dropped; the file gives it a test', builtIn: true },
];

/** The classes of the file, then those that Kea puts clients into by itself. */
export const classNames = ({ classes }: FileJudgement): readonly NamedClass[] => [
  ...[...new Set(classes.map(({ name }) => name))].map((name) => ({
    name,
    help: 'A class of this file',
    builtIn: false,
  })),
  ...BUILT_IN.filter(({ name }) => !classes.some((one) => one.name === name)),
];

/** What is known of a class by its name alone. */
export function builtInClass(name: string): string | undefined {
  const known = BUILT_IN.find((one) => one.name === name)?.help;
  if (known !== undefined) return known;
  const prefix = /^(VENDOR_CLASS_|HA_|AFTER_|EXTERNAL_)(.+)$/.exec(name);
  switch (prefix?.[1]) {
    case 'VENDOR_CLASS_':
      return `Clients whose option 60 is "${prefix[2]}", whatever test the class has`;
    case 'HA_':
      return 'Clients that the high-availability hook gives to a server';
    case 'AFTER_':
      return 'Clients that Kea puts into this class after others';
    case 'EXTERNAL_':
      return 'Clients that a hook library puts into this class';
    default:
      return undefined;
  }
}
