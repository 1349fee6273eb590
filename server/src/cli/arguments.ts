import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Settings } from '../workspace/analysis.ts';
import { LANGUAGE_IDS } from '../workspace/language-of-name.ts';

/** A command that cannot be carried out as it was given. The message is one line for standard error; the exit status is 2. */
export class UsageError extends Error {}

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

const SIMULATION_FORMATS = ['text', 'json'] as const;
type SimulationFormat = (typeof SIMULATION_FORMATS)[number];

/** What says how a file is to be read; every command that reads configs takes these. */
export interface Reading {
  readonly settings: Settings;
  /** The name that standard input goes by. */
  readonly stdinFilename: string | undefined;
  /** Files, folders, and `-` for standard input, as they were typed. */
  readonly paths: readonly string[];
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | ({ readonly name: 'check'; readonly format: Format } & Reading)
  | ({
      readonly name: 'fix';
      readonly unsafe: boolean;
      readonly diff: boolean;
      readonly rule: string | undefined;
    } & Reading)
  | ({
      readonly name: 'simulate';
      readonly format: SimulationFormat;
      /** Releases that are asked about instead of the fleet. */
      readonly os: readonly string[];
      readonly vendorClass: string | undefined;
      /** Null for a client that sends no parameter request list. */
      readonly request: readonly number[] | null | undefined;
      /** The file that lists clients. */
      readonly clients: string | undefined;
      readonly subnet: string | undefined;
      readonly mac: string | undefined;
    } & Reading)
  | ({
      readonly name: 'convert';
      readonly to: 'kea';
      /** The file that is written; standard output where there is none. */
      readonly out: string | undefined;
    } & Reading)
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'server' };

export const HELP = `igel-rollout check    [--format text|json|sarif|github] [--fleet VERSION,…] PATH…
igel-rollout fix      [--unsafe] [--diff] [--rule ID] PATH…
igel-rollout simulate [--format text|json] [--os VERSION]… [--vendor-class TEXT] [--request CODE,… | --no-request]
                      [--clients FILE] [--subnet SUBNET] [--mac ADDRESS] PATH…
igel-rollout convert  --to kea [--out FILE] FILE
igel-rollout explain  RULE
igel-rollout server   --stdio

PATH is a file, a folder (searched for files named like configs), or - for standard input.

check, fix, simulate and convert take besides:
  --language ${LANGUAGE_IDS.join('|').padEnd(22)}   the language, whatever the file is called
  --family 4|6                        DHCPv4 or DHCPv6, whatever the statements tell
  --origin ZONE                       the origin of a zone file
  --kea-version VERSION               the Kea that will read the file
  --fleet VERSION,…                   the IGEL OS versions in use, such as 11.03.500,12.8.0
  --stdin-filename NAME               the name that - goes by

Exit status: 0 nothing at error level, 1 findings at error level or a device without a server, 2 the command could
not be carried out.
`;

const READING_OPTIONS = {
  fleet: { type: 'string' },
  language: { type: 'string' },
  family: { type: 'string' },
  origin: { type: 'string' },
  'kea-version': { type: 'string' },
  'stdin-filename': { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Turns the words behind `igel-rollout` into a command. Throws a {@link UsageError} where they make none. */
export function parseCommand(words: readonly string[]): Command {
  const [name, ...rest] = words;
  if (name === undefined)
    throw new UsageError('say what to do: check, fix, simulate, convert, explain or server (--help tells more)');
  if (name === '--version') return { name: 'version' };
  if (name === '--help' || name === '-h' || rest.includes('--help')) return { name: 'help' };
  switch (name) {
    case 'check':
      return parseCheck(rest);
    case 'fix':
      return parseFix(rest);
    case 'simulate':
      return parseSimulate(rest);
    case 'convert':
      return parseConvert(rest);
    case 'explain':
      return parseExplain(rest);
    case 'server':
      return parseServer(rest);
    default:
      throw new UsageError(
        `"${name}" is no command: there are check, fix, simulate, convert, explain and server (--help tells more)`,
      );
  }
}

function parseCheck(words: readonly string[]): Command {
  const { values, positionals } = parse(words, { ...READING_OPTIONS, format: { type: 'string' } });
  const format = oneOf('--format', values.format, FORMATS) ?? 'text';
  return { name: 'check', format, ...reading('check', values, positionals) };
}

function parseFix(words: readonly string[]): Command {
  const { values, positionals } = parse(words, {
    ...READING_OPTIONS,
    unsafe: { type: 'boolean' },
    diff: { type: 'boolean' },
    rule: { type: 'string' },
  });
  const { unsafe = false, diff = false, rule } = values;
  return { name: 'fix', unsafe, diff, rule, ...reading('fix', values, positionals) };
}

function parseSimulate(words: readonly string[]): Command {
  const { values, positionals } = parse(words, {
    ...READING_OPTIONS,
    format: { type: 'string' },
    os: { type: 'string', multiple: true },
    'vendor-class': { type: 'string' },
    request: { type: 'string' },
    'no-request': { type: 'boolean' },
    clients: { type: 'string' },
    subnet: { type: 'string' },
    mac: { type: 'string' },
  });
  const { 'vendor-class': vendorClass, 'no-request': sendsNoList, clients, subnet, mac } = values;
  if (sendsNoList && values.request !== undefined)
    throw new UsageError('--request and --no-request exclude each other');
  const described = [values.os, vendorClass, values.request, sendsNoList, mac].some((value) => value !== undefined);
  if (clients !== undefined && described) throw new UsageError('--clients describes the clients, no other option may');
  return {
    name: 'simulate',
    format: oneOf('--format', values.format, SIMULATION_FORMATS) ?? 'text',
    os: (values.os ?? []).map((one) => version('--os', one)),
    vendorClass,
    request: sendsNoList ? null : values.request === undefined ? undefined : codes('--request', values.request),
    clients,
    subnet,
    mac,
    ...reading('simulate', values, positionals),
  };
}

function codes(option: string, value: string): readonly number[] {
  const list = value.split(',').map((code) => code.trim());
  const isCode = (code: string): boolean => /^\d{1,3}$/.test(code) && Number(code) < 256;
  if (list.every(isCode)) return list.map(Number);
  throw new UsageError(`${option} takes the codes of options such as 43,224, not "${value}"`);
}

function parseConvert(words: readonly string[]): Command {
  const { values, positionals } = parse(words, { ...READING_OPTIONS, to: { type: 'string' }, out: { type: 'string' } });
  const to = oneOf('--to', values.to, ['kea'] as const);
  if (to === undefined) throw new UsageError('convert takes --to kea');
  if (positionals.length > 1) throw new UsageError('convert takes one file');
  return { name: 'convert', to, out: values.out, ...reading('convert', values, positionals) };
}

function parseExplain(words: readonly string[]): Command {
  const [rule, ...others] = parse(words, {}).positionals;
  if (rule === undefined || others.length > 0) throw new UsageError('explain takes the id of one rule');
  return { name: 'explain', rule };
}

/** Editors add arguments of their own, such as the id of their process. */
function parseServer(words: readonly string[]): Command {
  if (!words.includes('--stdio'))
    throw new UsageError('server takes --stdio: it speaks over standard input and output');
  return { name: 'server' };
}

function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(firstSentence(error.message));
    throw error;
  }
}

/** Node's own messages go on to explain corner cases of its parser. */
const firstSentence = (message: string): string => message.split(/\.\s/, 1)[0]?.replace(/\.$/, '') ?? message;

type ReadingValues = { readonly [Name in keyof typeof READING_OPTIONS]?: string };

function reading(command: string, values: ReadingValues, paths: readonly string[]): Reading {
  if (paths.length === 0) throw new UsageError(`${command} needs a file, a folder or - for standard input`);
  const language = oneOf('--language', values.language, LANGUAGE_IDS);
  const family = oneOf('--family', values.family, ['4', '6']);
  const origin = values.origin;
  const keaVersion = values['kea-version'] === undefined ? undefined : version('--kea-version', values['kea-version']);
  const settings: Settings = {
    fleet: values.fleet === undefined ? [] : values.fleet.split(',').map((one) => version('--fleet', one.trim())),
    rules: {},
    ...(language && { language }),
    ...(family && { family: family === '4' ? 4 : 6 }),
    ...(origin && { origin }),
    ...(keaVersion && { keaVersion }),
  };
  return { settings, stdinFilename: values['stdin-filename'], paths };
}

function oneOf<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}, not "${value}"`);
  return choice;
}

function version(option: string, value: string): string {
  if (/^\d+(\.\d+)+$/.test(value)) return value;
  throw new UsageError(
    `${option} takes version numbers such as ${option === '--fleet' ? '11.04.100' : '2.2'}, not "${value}"`,
  );
}
