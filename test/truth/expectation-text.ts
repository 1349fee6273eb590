import type { Answer, Expectation } from './cases.ts';

/** The text of an expectation file: keys sorted, so that two runs differ only where the server did. */
export function textOf(expectation: Expectation): string {
  return json(expectation, '');
}

/** JSON.stringify cannot sort: it puts keys that are numbers first, in the order of the numbers. */
function json(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((element) => json(element, inner))
    : Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, element]) => `${JSON.stringify(key)}: ${json(element, inner)}`);
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

/** What a person reads of it: a line for each thing that the server decided. */
export function linesOf(expectation: Expectation | null): readonly string[] {
  if (expectation === null) return [];
  const { check, message, problem, wire } = expectation;
  return [
    check,
    ...(message === '' ? [] : message.split('\n')),
    ...(problem === undefined ? [] : [`problem: ${problem}`]),
    ...(check === 'accept' && wire === undefined ? ['no client was asked'] : []),
    ...(wire ?? []).flatMap(linesOfAnswer),
  ];
}

function linesOfAnswer({ client, reply, address }: Answer, index: number): readonly string[] {
  const who = `client ${index + 1} (${client.mac ?? 'any card'}, ${JSON.stringify(client.vendorClass)}, asks ${client.request?.join(' ') ?? 'nothing'})`;
  if (reply === null) return [`${who}: no answer`];
  const options = Object.entries(reply).map(([code, hex]) => `${who}: ${code} = ${hex}`);
  const given = address === undefined ? [] : [`${who}: address ${address}`];
  return options.length + given.length === 0
    ? [`${who}: an answer with none of these options`]
    : [...given, ...options];
}

/** The lines that went, marked `-`, and those that came, marked `+`. */
export function changedLines(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}
