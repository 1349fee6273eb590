import { decodeSubOptions, SERVER_CODE, TAG_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { Expression } from '../model/expression.ts';
import type { Model } from '../model/model.ts';
import type { OptionDefinition, OptionValue } from '../model/option.ts';
import type { Scope } from '../model/scope.ts';
import { some } from '../model/steps.ts';

export const SERVER_NAME = 'igelrmserver';
export const TAG_NAME = 'umsstructuretag';
export const EXCLUSIVE_NAME = 'exclusive';

/** Option names are told apart without regard to case. */
export const isNamed = ({ name }: { readonly name: string }, wanted: string): boolean => name.toLowerCase() === wanted;

const isIgelName = (name: string): boolean => [SERVER_NAME, TAG_NAME].includes(name.toLowerCase());

export interface IgelOption {
  readonly name: string;
  readonly code: number;
}

/** What IGEL OS reads of an option that nothing defines: it goes by its name, or by its code where that is all that is written. */
export function igelOption(name: string): IgelOption | undefined {
  const small = name.toLowerCase();
  return IGEL_OPTIONS.find((option) => option.name === small || String(option.code) === name);
}

const IGEL_OPTIONS: readonly IgelOption[] = [
  { name: SERVER_NAME, code: SERVER_CODE },
  { name: TAG_NAME, code: TAG_CODE },
];

const IGEL_CODES: ReadonlySet<number> = new Set([SERVER_CODE, TAG_CODE]);

/** A value of several parts is not meant for IGEL OS, which reads texts there, unless it has the vendor's name. */
const isOfParts = ({ type }: OptionDefinition): boolean => type?.kind === 'record' || type?.kind === 'array';

/** The spaces, beside the main one, that define one of IGEL's options: what is in them goes into option 43 for IGEL OS. */
export function igelSpaces(model: Model): ReadonlySet<string> {
  const found = new Set<string>();
  for (const definition of model.definitions) {
    if (definition.space === model.mainSpace) continue;
    if (isIgelName(definition.name) || (IGEL_CODES.has(definition.code) && !isOfParts(definition))) {
      found.add(definition.space);
    }
  }
  for (const { space, name } of model.unknownOptions) {
    if (space !== model.mainSpace && isIgelName(name)) found.add(space);
  }
  return found;
}

/** Whether a place is meant for IGEL OS: it lies under a class or condition that names its vendor class, however spelt. */
export function isForIgel(scope: Scope): boolean {
  for (let inner: Scope | undefined = scope; inner; inner = inner.parent) {
    if (inner.test && mentionsIgel(inner.test)) return true;
    if (inner.subclassKey && speaksOfIgel(inner.subclassKey)) return true;
  }
  return false;
}

export const speaksOfIgel = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes).toLowerCase().includes('igel');

export const mentionsIgel = (expression: Expression): boolean =>
  some(expression, (part) => part.kind === 'bytes' && speaksOfIgel(part.bytes));

/** All values of a code or name, those of hosts included. */
export function* valuesOf(
  model: Model,
  option: { readonly code: number } | { readonly name: string },
): Generator<OptionValue> {
  for (const value of model.values) {
    if ('code' in option ? value.code === option.code : isNamed(value, option.name.toLowerCase())) yield value;
  }
  yield* model.hostValuesOf(option);
}

/** Bytes that a file gives for option 43. */
interface VendorBytes {
  readonly value: OptionValue;
  /** As they stand there. */
  readonly bytes: Uint8Array;
  /** As the server takes them: some take them apart by their definitions, and leave out what does not fit. */
  readonly sent: Uint8Array;
}

/** The raw bytes of option 43 that are meant for IGEL OS: under its class, or with sub-option 224 in them. */
export function* igelVendorBytes(model: Model): Generator<VendorBytes> {
  for (const value of valuesOf(model, { code: VENDOR_CODE })) {
    if (value.space !== model.mainSpace || value.data.kind !== 'bytes') continue;
    // What is made of sub-options has no text of its own: those are looked at one by one.
    if (value.definition?.type?.kind === 'encapsulate' && !value.valueAt) continue;
    const { bytes, kept } = value.data;
    if (isForIgel(value.scope) || decodeSubOptions(bytes).options.some(({ code }) => code === SERVER_CODE))
      yield { value, bytes, sent: kept ?? bytes };
  }
}

/** Whether a definition declares what IGEL OS reads as its UMS: option 224 of the main space, by the vendor's name. */
export const isServerDefinition = (model: Model, definition: OptionDefinition): boolean =>
  definition.space === model.mainSpace && isNamed(definition, SERVER_NAME);

/** Whether a statement decides which space goes out, and not what is in it. */
export const choosesSpace = ({ name }: OptionValue): boolean => SPACE_CHOICES.has(name);

const SPACE_CHOICES: ReadonlySet<string> = new Set(['vendor-option-space', 'site-option-space']);
