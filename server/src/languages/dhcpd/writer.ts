import { describeType } from '../../model/option-type.ts';
import type { Scope } from '../../model/scope.ts';
import { after, type Span, span, textOf } from '../../model/span.ts';
import type { LanguageWriter } from '../language.ts';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, (character) => `\\${character}`)}"`;

/** How dhcpd.conf says what a rule wants said. */
export const DHCPD_WRITER: LanguageWriter = {
  quoted,
  textFor: (_, text) => quoted(text),
  integer: String,
  bytes: (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':'),
  typeName: (type) => type,
  testText: quoted,
  describeType,
  vendorClassTest: (vendorClass) => `option vendor-class-identifier = "${vendorClass}"`,
  vendorClassTestFor: (_, vendorClass) => DHCPD_WRITER.vendorClassTest(vendorClass),
  testForClass: 'Add "match if" and a test, such as match if option vendor-class-identifier = "igel-dhcp-1";.',
  moveBeside: () => [],
  testAlways: () => undefined,
  sendSpace: (space, { scope, at }) => {
    const title = `add vendor-option-space ${space}`;
    // Where a space is named already, something else keeps these values back.
    if (scope.steps.some((step) => step.kind === 'value' && step.value.name === 'vendor-option-space')) {
      return {
        reason: 'what is named as the vendor option space beside it does not carry it',
        title,
        remedy:
          'Look whether another space is named there, or a definition makes option 43 the carrier of another one.',
        edits: [],
      };
    }
    return {
      reason: 'nothing puts the space into option 43',
      title,
      remedy: 'Say that the space is the vendor option space of these clients.',
      edits: [insertedAbove(at, `vendor-option-space ${space};`)],
    };
  },
  withNumber: ({ valueAt }, number) =>
    valueAt && /^\d+(?:\s*,\s*\d+)*$/.test(textOf(valueAt))
      ? { at: after(valueAt), newText: `, ${number}` }
      : undefined,
  withoutNever: () => undefined,
  removal: ({ at }) => statementRemoval(at),
  setForAll: ({ name, text }, { scope, at }) => [
    insertedAbove(outermost(scope) ?? at, `option ${name} ${quoted(text)};`),
  ],
  addDefinition: ({ space, name, code, type }, { scope, at }) => {
    const text = `option ${space === undefined ? '' : `${space}.`}${name} code ${code} = ${type};`;
    return [insertedAbove(outermost(scope) ?? at, text)];
  },
};

/** The head of the block directly in the file that holds the scope; undefined for what stands directly in the file. */
export function outermost(scope: Scope): Span | undefined {
  let found: Scope | undefined;
  for (let inner = scope; inner.parent; inner = inner.parent) found = inner;
  return found?.at;
}

/** A line of its own above a statement that begins its line; otherwise right before the statement. */
export function insertedAbove({ anchor, start }: Span, text: string) {
  const { text: around } = anchor;
  const lineStart = around.lastIndexOf('\n', start - 1) + 1;
  const indent = around.slice(lineStart, start);
  const lineEnd = around.includes('\r\n') ? '\r\n' : '\n';
  if (indent.trim() !== '') return { at: span(anchor, start, start), newText: `${text} ` };
  return { at: span(anchor, start, start), newText: `${text}${lineEnd}${indent}` };
}

/** A statement with its semicolon, and its lines where nothing else stands on them; undefined where the semicolon is lost. */
function statementRemoval({ anchor, start, end }: Span): Span | undefined {
  const { text } = anchor;
  const close = /^\s*;/.exec(text.slice(end))?.[0].length;
  const behind = text.charAt(end - 1) === ';' ? end : close === undefined ? undefined : end + close;
  if (behind === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n)?/.exec(text.slice(behind))?.[0] ?? '';
  if (text.slice(lineStart, start).trim() !== '') return span(anchor, start, behind);
  return rest.endsWith('\n') ? span(anchor, lineStart, behind + rest.length) : span(anchor, start, behind);
}
