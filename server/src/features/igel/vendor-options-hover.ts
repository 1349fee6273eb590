import { decodeSubOptions, SERVER_CODE } from '../../igel/sub-options.ts';
import type { OptionValue } from '../../model/option.ts';
import { isForIgel } from '../../rules/igel-names.ts';
import type { IgelThing } from './thing.ts';
import { decodedTable } from './vendor-bytes-table.ts';
import { MAY_MISREAD, NEWER, notDocumented, OLDER, REGISTRATION, versionTable } from './versions.ts';

export const VENDOR_OPTIONS_MEANING = 'sub-options of the make of the client';

/** Option 43 (facts V2 to V5, V7, V8). */
export function vendorOptionsHover({
  value,
}: Extract<IgelThing, { readonly kind: 'vendor-options' }>): readonly string[] {
  const bytes = value?.data.kind === 'bytes' ? value.data.bytes : undefined;
  return [
    ...(value && bytes ? [whose(value, bytes), decodedTable(bytes)] : []),
    versionTable([
      { versions: OLDER, does: 'nothing: it needs option 224 outside of option 43' },
      {
        versions: NEWER,
        does: 'asks for it and reads the sub-options 1 `exclusive`, 224 `igelrmserver` and 226 `umsstructuretag`; 224 and 226 count before those outside',
      },
      MAY_MISREAD,
    ]),
    'Other makes read other things into it: send it to the class of `igel-dhcp-1` only.',
    notDocumented('option 43 for IGEL OS as raw bytes, but for the sub-options in them'),
    REGISTRATION,
  ].filter((part) => part !== '');
}

function whose({ scope }: OptionValue, bytes: Uint8Array): string {
  if (isForIgel(scope) || decodeSubOptions(bytes).options.some(({ code }) => code === SERVER_CODE)) return '';
  return 'Nothing here names IGEL OS: these bytes are taken for another make’s. Read as sub-options they are:';
}
