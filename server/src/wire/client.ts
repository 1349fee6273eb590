import { bytesOfText } from './bytes.ts';
import { CLIENT_ID, REQUEST_LIST, USER_CLASS, VENDOR_CLASS } from './option-codes.ts';

/** A DHCPv4 client as the server meets it: broadcasting a DHCPDISCOVER, with no lease from before. */
export interface Client {
  /** Its Ethernet address; undefined for one that no host declaration and no literal in the file fits. */
  readonly mac: Uint8Array | undefined;
  /** The parameter request list (option 55); undefined where it sends none. */
  readonly request: readonly number[] | undefined;
  /** The options that it sends, by code; others it does not send. */
  readonly options: ReadonlyMap<number, Uint8Array>;
  /** Options of which it is not known whether it sends them, and with which value. */
  readonly unknown: ReadonlySet<number>;
}

/** What a client says of itself; what is not given it does not send. */
export interface ClientDescription {
  readonly vendorClass?: string | undefined;
  readonly userClass?: string | undefined;
  readonly mac?: Uint8Array | undefined;
  readonly clientId?: Uint8Array | undefined;
  readonly request?: readonly number[] | undefined;
  readonly options?: ReadonlyMap<number, Uint8Array> | undefined;
  readonly unknown?: readonly number[] | undefined;
}

export function describeClient(description: ClientDescription): Client {
  const { vendorClass, userClass, clientId, request } = description;
  const options = new Map<number, Uint8Array>();
  if (vendorClass !== undefined) options.set(VENDOR_CLASS, bytesOfText(vendorClass));
  if (request !== undefined) options.set(REQUEST_LIST, Uint8Array.from(request));
  if (clientId !== undefined) options.set(CLIENT_ID, clientId);
  if (userClass !== undefined) options.set(USER_CLASS, bytesOfText(userClass));
  for (const [code, bytes] of description.options ?? []) options.set(code, bytes);
  return { mac: description.mac, request, options, unknown: new Set(description.unknown) };
}
