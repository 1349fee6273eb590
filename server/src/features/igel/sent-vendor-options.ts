import { clientOf, device } from '../../igel/devices.ts';
import { decodeSubOptions, SUB_OPTIONS, VENDOR_CLASS, VENDOR_CODE } from '../../igel/sub-options.ts';
import type { Here } from './here.ts';
import { table } from './markdown.ts';
import { faultOf, shownValue } from './vendor-bytes-table.ts';
import { wireBytes } from './wire-text.ts';

/** Option 43 as a device is sent it, sub-option by sub-option, each with the line that it comes from; nothing where that is not known. */
export function sentVendorOptions(here: Here): readonly string[] {
  if (!here.answers) return [];
  const reply = here.answer(clientOf(device('11.04.100')));
  const bytes = reply?.options?.get(VENDOR_CODE);
  if (!reply || !bytes) {
    return [
      reply?.unknown.includes(VENDOR_CODE)
        ? `What a client that says \`${VENDOR_CLASS}\` gets in option 43 cannot be told beforehand.`
        : `As this stands, a client that says \`${VENDOR_CLASS}\` gets no option 43.`,
    ];
  }
  const origins = reply.origins.get(VENDOR_CODE) ?? [];
  const rows = decodeSubOptions(bytes).options.map(({ code, data, start }) => {
    const from = origins.find(
      (origin) => origin.start <= start + 2 && start + 2 < Math.max(origin.end, origin.start + 1),
    );
    const name = SUB_OPTIONS.get(code);
    return [
      wireBytes(code, data),
      `${code}${name === undefined ? '' : ` ${name}`}`,
      shownValue(code, data),
      from?.value ? here.lineOf(from.value.at) : '',
      faultOf(code, data),
    ];
  });
  return [
    `What a client that says \`${VENDOR_CLASS}\` gets in option 43:`,
    table(['bytes', 'sub-option', 'value', 'from', ''], rows),
  ];
}
