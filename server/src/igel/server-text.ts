import ipaddr from 'ipaddr.js';
import type { Severity } from '../model/problem.ts';

export interface ServerTextFault {
  readonly severity: Severity;
  /** What is wrong with the text; a clause that begins with "it" or names the text. */
  readonly what: string;
  readonly hurts: string;
  readonly remedy: string;
  /** The text that was most likely meant. */
  readonly meant: string | undefined;
}

const ALL_DEVICES = 'IGEL OS reads the text as it stands, so no device finds its UMS by it.';
const UNDOCUMENTED = 'Only an IP address is documented: what IGEL OS does with anything else is not.';

/** What is wrong with the bytes that tell a device its UMS (facts G2, N1, C2); undefined for an IPv4 address. */
export function serverTextFault(bytes: Uint8Array): ServerTextFault | undefined {
  const fault = (severity: Severity, what: string, remedy: string, meant?: string): ServerTextFault => ({
    severity,
    what,
    hurts: severity === 'error' ? ALL_DEVICES : UNDOCUMENTED,
    remedy,
    meant,
  });
  if (bytes.length === 0) return fault('error', 'The address of the UMS is empty.', 'Write the IP address of the UMS.');
  const text = new TextDecoder().decode(bytes);
  const inner = text.replace(/^[\s"'“”„‟«»‘’]+|[\s"'“”„‟«»‘’\0]+$/gu, '');
  const meant = inner !== text && isAddress(inner) ? inner : undefined;
  if (/["'“”„‟«»‘’]/u.test(text)) {
    return fault('error', `Quotes are part of the text that is sent: ${text}.`, 'Take the inner quotes away.', meant);
  }
  if (text.endsWith('\0')) {
    return fault('error', 'A NUL byte at the end is sent with the text.', 'Take the NUL away.', meant);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f\ufffd]/.test(text) || bytes.some((byte) => byte > 126)) {
    const address = bytes.length === 4 ? [...bytes].join('.') : undefined;
    return fault(
      'error',
      address === undefined
        ? 'The bytes that are sent are not the text of an address.'
        : `The four bytes of ${address} are sent, not its text.`,
      'Write the address as a text in quotes.',
      address,
    );
  }
  if (isAddress(text)) {
    return /^(?:0\.|127\.|255\.255\.255\.255$)/.test(text)
      ? { ...fault('warning', `No UMS can be at ${text}.`, 'Write the address of the UMS.'), hurts: ALL_DEVICES }
      : undefined;
  }
  if (/[\s,;]/.test(text.trim())) {
    return fault(
      'warning',
      `"${text}" is a list; one address is documented.`,
      'Write one address: that of the UMS, or of its load balancer.',
    );
  }
  if (/\s/.test(text))
    return fault('error', 'Blanks around the address are sent with it.', 'Take the blanks away.', meant);
  if (/^[\d.]+$/.test(text)) {
    return fault(
      'error',
      /^\d+$/.test(text) ? `"${text}" is a number, not an address.` : `"${text}" is no IPv4 address.`,
      'Write the IP address of the UMS.',
    );
  }
  if (text.includes('/')) {
    const host = /^[a-z][a-z0-9+.-]*:\/\/([^/:]+)/i.exec(text)?.[1];
    return fault('warning', `"${text}" is a URL; an address alone belongs here.`, 'Write the address alone.', host);
  }
  if (ipaddr.IPv6.isValid(text)) {
    return fault(
      'warning',
      `"${text}" is an IPv6 address; these options are for IPv4.`,
      'Write the IPv4 address of the UMS.',
    );
  }
  if (text.includes(':')) {
    return fault(
      'warning',
      `"${text}" names a port; no port is documented here.`,
      'Write the address alone.',
      text.slice(0, text.indexOf(':')),
    );
  }
  if (text.length > 253) {
    return fault(
      'warning',
      `The text is ${text.length} characters long: no address and no host name is.`,
      'Write the IP address of the UMS.',
    );
  }
  if (/^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?$/i.test(text) && !text.includes('..')) {
    return fault('information', `"${text}" is a host name.`, 'Write the IP address to be safe.');
  }
  return fault('warning', `"${text}" is neither an address nor a host name.`, 'Write the IP address of the UMS.');
}

const isAddress = (text: string): boolean => ipaddr.IPv4.isValidFourPartDecimal(text) && !/(?:^|\.)0\d/.test(text);
