import { SUB_OPTIONS } from '../../igel/sub-options.ts';
import type { Model } from '../../model/model.ts';
import type { IgelThing } from './thing.ts';
import { MAY_MISREAD, NEWER, notDocumented, OLDER, REGISTRATION, versionTable } from './versions.ts';

export const VENDOR_SPACE_MEANING = 'what option 43 is made of';

/** The setting that fills option 43 from an option space (facts V2, V3, V7). */
export function vendorSpaceHover(
  { value }: Extract<IgelThing, { readonly kind: 'vendor-space' }>,
  model: Model,
): readonly string[] {
  const space = value?.data.kind === 'bytes' ? new TextDecoder().decode(value.data.bytes) : undefined;
  return [
    ...(space === undefined ? [] : [contents(space, model)]),
    versionTable([
      { versions: OLDER, does: 'nothing: it takes no UMS from option 43' },
      { versions: NEWER, does: 'asks for option 43, and reads the sub-options 1, 224 and 226 in it' },
      MAY_MISREAD,
    ]),
    'Other makes read other things into option 43: set it in a class for `igel-dhcp-1`.',
    notDocumented(),
    REGISTRATION,
  ];
}

function contents(space: string, model: Model): string {
  const defined = model.definitions.filter((definition) => definition.space === space.toLowerCase());
  if (!model.space(space)) return `The space \`${space}\` is not declared, so that option 43 is not sent.`;
  if (defined.length === 0) return `The space \`${space}\` has no options yet.`;
  const list = defined.map(
    ({ name, code }) => `${code} \`${name}\`${SUB_OPTIONS.has(code) ? '' : ' (IGEL OS does not read it)'}`,
  );
  return `Those options of the space \`${space}\` that are set for a client: ${list.join(', ')}.`;
}
