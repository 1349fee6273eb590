import { EXCLUSIVE_CODE, SERVER_CODE, TAG_CODE, VENDOR_CODE } from '../../igel/sub-options.ts';
import type { Subject } from '../../languages/editor.ts';
import type { ClientClass } from '../../model/client-class.ts';
import type { Model } from '../../model/model.ts';
import type { OptionValue } from '../../model/option.ts';
import { EXCLUSIVE_NAME, igelSpaces, SERVER_NAME, TAG_NAME } from '../../rules/igel-names.ts';
import { VENDOR_CLASS as VENDOR_CLASS_CODE } from '../../wire/option-codes.ts';

/** An option that IGEL OS reads inside option 43, and in part outside of it too. */
export interface IgelOption {
  readonly inside: boolean;
  /** What it is set to at the place; undefined where it is only defined or asked for. */
  readonly value: OptionValue | undefined;
}

/** What has a meaning of its own for IGEL OS. */
export type IgelThing =
  | ({ readonly kind: 'server' | 'tag' | 'exclusive' } & IgelOption)
  | { readonly kind: 'vendor-options'; readonly value: OptionValue | undefined }
  | { readonly kind: 'vendor-class' }
  | { readonly kind: 'vendor-space'; readonly value: OptionValue | undefined }
  | { readonly kind: 'class'; readonly of: ClientClass };

/** What a token of the file means for IGEL OS; undefined where it means nothing. */
export function igelThing(subject: Subject, model: Model): IgelThing | undefined {
  switch (subject.kind) {
    case 'option':
      return optionThing(subject, subject.value, model);
    case 'value':
      return optionThing(subject.value, subject.value, model);
    case 'vendor-space':
      return subject;
    case 'class': {
      const of = model.classes.find(({ name }) => name === subject.name);
      return of && { kind: 'class', of };
    }
    case 'other':
      return undefined;
  }
}

interface Named {
  readonly space: string;
  readonly name: string;
  readonly code: number | undefined;
  readonly definition: OptionValue['definition'];
}

function optionThing(
  { space, name, code, definition }: Named,
  value: OptionValue | undefined,
  model: Model,
): IgelThing | undefined {
  const inside = space !== model.mainSpace;
  if (inside && !igelSpaces(model).has(space)) return undefined;
  // A site may use the codes from 224 on for something else: outside of option 43 the vendor's name tells.
  const named = (wanted: string, expected: number): boolean =>
    name.toLowerCase() === wanted || (code === expected && (inside || (definition !== undefined && !definition.at)));
  if (named(SERVER_NAME, SERVER_CODE)) return { kind: 'server', inside, value };
  if (named(TAG_NAME, TAG_CODE)) return { kind: 'tag', inside, value };
  if (name.toLowerCase() === EXCLUSIVE_NAME || (inside && code === EXCLUSIVE_CODE)) {
    return { kind: 'exclusive', inside, value };
  }
  if (inside) return undefined;
  if (code === VENDOR_CODE) return { kind: 'vendor-options', value };
  return code === VENDOR_CLASS_CODE ? { kind: 'vendor-class' } : undefined;
}
