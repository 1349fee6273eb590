import { SUB_OPTIONS } from '../../igel/sub-options.ts';
import type { Model } from '../../model/model.ts';
import type { OptionValue } from '../../model/option.ts';
import type { Here } from './here.ts';
import { code } from './markdown.ts';
import { sentVendorOptions } from './sent-vendor-options.ts';
import { MAY_MISREAD_SERVER, newer, notDocumented, older, REGISTRATION, registrationTable } from './versions.ts';

export const VENDOR_SPACE_MEANING = 'what option 43 is made of';

/** The setting that fills option 43 from an option space (facts V2, V3, V7). */
export function vendorSpaceHover(value: OptionValue | undefined, here: Here): readonly string[] {
  const { model } = here.server;
  const space = value?.data.kind === 'bytes' ? new TextDecoder().decode(value.data.bytes) : undefined;
  const rows = [
    older('nothing: it takes no UMS from option 43'),
    newer('asks for option 43, and reads the sub-options 1, 224 and 226 in it'),
    MAY_MISREAD_SERVER,
  ];
  return [
    ...(space === undefined ? [] : [contents(space, model)]),
    registrationTable(rows, here, undefined),
    ...sentVendorOptions(here),
    'Other makes read other things into option 43: set it in a class for `igel-dhcp-1`.',
    notDocumented(),
    REGISTRATION,
  ];
}

function contents(space: string, model: Model): string {
  const defined = model.definitions.filter((definition) => definition.space === space.toLowerCase());
  if (!model.space(space)) return `The space ${code(space)} is not declared, so that it fills nothing.`;
  if (defined.length === 0) return `The space ${code(space)} has no options yet.`;
  const list = defined.map(
    (one) => `${one.code} ${code(one.name)}${SUB_OPTIONS.has(one.code) ? '' : ' (not read by IGEL OS)'}`,
  );
  return `It takes what is set of the space ${code(space)}: ${list.join(', ')}.`;
}
