import { closest } from 'fastest-levenshtein';
import * as v from 'valibot';
import { RULES } from '../rules/registry.ts';
import type { Settings } from '../workspace/analysis.ts';
import { type Complaint, SECTION } from './requests.ts';

export interface ReadSettings {
  readonly settings: Settings;
  /** Whether it is said above declarations who gets which UMS. */
  readonly codeLens: boolean;
  readonly complaints: readonly Complaint[];
}

const version = v.pipe(v.string(), v.regex(/^\d+(\.\d+)+$/));
const severity = v.picklist(['error', 'warning', 'information', 'off']);
const family = v.pipe(
  v.picklist(['auto', '4', '6', 4, 6]),
  v.transform((value) => (value === 'auto' ? undefined : Number(value) === 4 ? 4 : 6)),
);

/** The settings by their names below the section. Each takes `null` and an empty text for "not set". */
const SETTINGS = {
  fleet: { schema: v.array(version), takes: 'a list of IGEL OS versions, such as ["11.03.500", "12.8.0"]' },
  rules: { schema: v.record(v.string(), v.unknown()), takes: 'an object with a severity for each rule' },
  'dhcpd.family': { schema: family, takes: '"auto", 4 or 6' },
  'zone.origin': { schema: v.string(), takes: 'the name of a zone, such as "example.com."' },
  'kea.version': { schema: version, takes: 'a version of Kea, such as "2.2"' },
  codeLens: { schema: v.boolean(), takes: 'true or false' },
  'trace.server': { schema: v.picklist(['off', 'messages', 'verbose']), takes: '"off", "messages" or "verbose"' },
} as const;

type Name = keyof typeof SETTINGS;

const NAMES = Object.keys(SETTINGS);
const isName = (name: string): name is Name => NAMES.includes(name);

/** Reads what an editor says is set; whatever it is, there are settings in the end. */
export function readSettings(given: unknown): ReadSettings {
  const complaints: Complaint[] = [];
  const values = new Map<Name, unknown>();
  collect(given, '', values, complaints);
  const read = <N extends Name>(name: N): v.InferOutput<(typeof SETTINGS)[N]['schema']> | undefined => {
    const value = values.get(name);
    if (value === undefined || value === null || value === '') return undefined;
    const { schema, takes } = SETTINGS[name];
    const result = v.safeParse(schema, value);
    if (result.success) return result.output as v.InferOutput<(typeof SETTINGS)[N]['schema']>;
    const message = `${SECTION}.${name} takes ${takes}, not ${shown(value)}. It is taken as not set.`;
    complaints.push({ at: [name], message });
    return undefined;
  };
  const dhcpdFamily = read('dhcpd.family');
  const origin = read('zone.origin');
  const keaVersion = read('kea.version');
  read('trace.server');
  const settings: Settings = {
    fleet: read('fleet') ?? [],
    rules: severities(read('rules') ?? {}, complaints),
    ...(dhcpdFamily && { family: dhcpdFamily }),
    ...(origin !== undefined && { origin }),
    ...(keaVersion !== undefined && { keaVersion }),
  };
  return { settings, codeLens: read('codeLens') ?? true, complaints };
}

/** Settings come as objects in objects, or under names with dots. */
function collect(given: unknown, prefix: string, values: Map<Name, unknown>, complaints: Complaint[]): void {
  if (given === undefined || given === null) return;
  if (typeof given !== 'object' || Array.isArray(given)) {
    const name = prefix.slice(0, -1);
    const message = `${SECTION}${name && `.${name}`} takes an object with settings, not ${shown(given)}.`;
    complaints.push({ at: name ? [name] : [], message });
    return;
  }
  for (const [key, value] of Object.entries(given)) {
    const name = prefix + key;
    if (isName(name)) values.set(name, value);
    else if (NAMES.some((known) => known.startsWith(`${name}.`))) collect(value, `${name}.`, values, complaints);
    else {
      const message = `There is no setting ${SECTION}.${name}. Is ${SECTION}.${closest(name, NAMES)} meant?`;
      complaints.push({ at: [name], message });
    }
  }
}

function severities(rules: Readonly<Record<string, unknown>>, complaints: Complaint[]): Settings['rules'] {
  const read: Record<string, v.InferOutput<typeof severity>> = {};
  const ids = RULES.map(({ id }) => id);
  for (const [id, value] of Object.entries(rules)) {
    const result = v.safeParse(severity, value);
    if (!ids.includes(id)) {
      const message = `${SECTION}.rules: there is no rule ${id}. Is ${closest(id, ids)} meant?`;
      complaints.push({ at: ['rules', id], message });
    } else if (result.success) {
      read[id] = result.output;
    } else {
      const message = `${SECTION}.rules: ${id} takes "error", "warning", "information" or "off", not ${shown(value)}. It keeps its usual severity.`;
      complaints.push({ at: ['rules', id], message });
    }
  }
  return read;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined || text.length > 60 ? `this ${typeof value}` : text;
};
