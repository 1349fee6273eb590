import { decodeSubOptions, SERVER_CODE } from '../../igel/sub-options.ts';
import type { OptionValue } from '../../model/option.ts';
import { isForIgel } from '../../rules/igel-names.ts';
import type { Here } from './here.ts';
import { sentVendorOptions } from './sent-vendor-options.ts';
import { decodedTable } from './vendor-bytes-table.ts';
import { MAY_MISREAD_SERVER, newer, notDocumented, older, REGISTRATION, registrationTable } from './versions.ts';

export const VENDOR_OPTIONS_MEANING = 'sub-options for one make of clients';

/** Option 43 (facts V2 to V5, V7, V8). */
export function vendorOptionsHover(value: OptionValue | undefined, here: Here): readonly string[] {
  const bytes = value?.data.kind === 'bytes' ? value.data.bytes : undefined;
  const rows = [
    older('nothing: it needs option 224 outside of option 43'),
    newer(
      'asks for it and reads the sub-options 1 `exclusive`, 224 `igelrmserver` and 226 `umsstructuretag`; 224 and 226 count before those outside',
    ),
    MAY_MISREAD_SERVER,
  ];
  return [
    ...(value && bytes ? [...whose(value, bytes), decodedTable(bytes)] : []),
    registrationTable(rows, here, value),
    ...(value ? [] : sentVendorOptions(here)),
    'Other makes read other things into it: send it to the class of `igel-dhcp-1` only.',
    notDocumented('IGEL’s own way of writing it as raw bytes'),
    REGISTRATION,
  ];
}

function whose({ scope }: OptionValue, bytes: Uint8Array): readonly string[] {
  if (isForIgel(scope) || decodeSubOptions(bytes).options.some(({ code }) => code === SERVER_CODE)) return [];
  return ['Nothing here names IGEL OS, so these bytes are taken for another make’s. Read as sub-options they are:'];
}
