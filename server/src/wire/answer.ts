import type { OptionValue } from '../model/option.ts';
import type { ParameterCodes } from '../model/server-policy.ts';
import { bigEndian, bytesOfText, joinBytes, readBigEndian, textOfBytes } from './bytes.ts';
import type { Client } from './client.ts';
import { endsInText } from './definitions.ts';
import { type Encoded, Encoder, inServerOrder, isPlainCarrier, type Origin } from './encode.ts';
import type { FoundHosts } from './host-index.ts';
import type { Interpreter } from './interpreter.ts';
import { layOut, type Outgoing } from './layout.ts';
import { ACKNOWLEDGEMENT, OFFER } from './message-types.ts';
import {
  CLIENT_ID,
  FQDN,
  HOST_NAME,
  LEASE_TIME,
  MESSAGE_SIZE,
  MESSAGE_TYPE,
  REBINDING,
  RELAY,
  RENEWAL,
  REQUEST_LIST,
  ROUTERS,
  SERVER_ID,
  SUBNET_MASK,
  SUBNET_SELECTION,
  VENDOR_OPTIONS,
} from './option-codes.ts';
import { type OptionState, valuesOf } from './option-state.ts';
import { type Data, TRUE, UNKNOWN, type Unknown } from './outcome.ts';
import type { Place } from './place.ts';
import type { MessageKind, Reply } from './reply.ts';
import type { SentOptions } from './sent-options.ts';
import type { Setting } from './setting.ts';
import type { Silence } from './silence.ts';
import { Parameters, type Terms } from './terms.ts';
import { entryData } from './values.ts';

/** How long a value is taken to be that is not known. */
const MAYBE_SHORT = { least: 0, most: 64 };

const ofBytes = (code: number, bytes: Uint8Array): Outgoing => ({
  code,
  bytes,
  least: bytes.length,
  most: bytes.length,
});

/** Bytes of an IP, UDP and DHCP header before the options, and the sizes of messages that the server keeps to. */
const HEADERS = 264;
const SMALLEST = 576;
const LARGEST = 1500;
/** How many options a reply can list (common/options.c). */
const PRIORITIES = 300;

export interface AnswerParts {
  readonly setting: Setting;
  /** All statements have run in it, and it is as they left it, but for the variables that go with a lease. */
  readonly run: Interpreter;
  /** For what is worked out while the packet is put together. */
  readonly sending: Interpreter;
  readonly client: Client;
  readonly sent: SentOptions;
  readonly place: Place;
  readonly hosts: FoundHosts;
  readonly message: MessageKind;
  readonly terms: Terms;
}

/** Puts the reply together once all statements have run (server/dhcp.c, ack_lease; common/options.c, cons_options). */
export class Answer {
  readonly #parts: AnswerParts;
  readonly #options: OptionState;
  readonly #parameters: Parameters;
  readonly #uncertain = new Set<number>();

  constructor(parts: AnswerParts) {
    this.#parts = parts;
    this.#options = parts.run.state.options;
    this.#parameters = new Parameters(parts.setting, parts.run);
  }

  get reply(): Reply {
    const { run, hosts } = this.#parts;
    this.#supply();
    const inForce = (space: string, code: number): readonly OptionValue[] => valuesOf(this.#options.get(space, code));
    const common = {
      inForce,
      setBy: (code: number) => inForce(this.#parts.setting.mainSpace, code),
      classes: run.state.memberships.map(({ of }) => of),
      host: hosts.fixed?.host ?? hosts.unfixed,
    };
    const site = this.#siteSpace();
    if (site === null) {
      const silence: Silence = { reason: 'no-such-space', at: this.#parameters.value('siteOptionSpace')?.at };
      const { beaten } = this.#options;
      return { options: null, unknown: [], silence, boot: undefined, origins: new Map(), beaten, ...common };
    }
    return { ...this.#message(site), silence: undefined, boot: undefined, beaten: this.#options.beaten, ...common };
  }

  /** What the server adds by itself, or has a say in. */
  #supply(): void {
    const { setting, sent, place, hosts, message, run } = this.#parts;
    const space = setting.mainSpace;
    const options = this.#options;
    const put = (code: number, bytes: Uint8Array) => options.supply(space, code, { kind: 'bytes', bytes });
    const chosen = sent.get(space, SUBNET_SELECTION);
    if (chosen instanceof Uint8Array) put(SUBNET_SELECTION, chosen);
    put(MESSAGE_TYPE, Uint8Array.of(message === 'offer' ? OFFER : ACKNOWLEDGEMENT));
    const serverId = run.reply(space, SERVER_ID);
    if (!(serverId instanceof Uint8Array && serverId.length === 4)) {
      options.supply(space, SERVER_ID, { kind: 'looked-up' });
    }
    this.#supplyTimes();
    const network = (hosts.fixed?.subnet ?? place.subnet)?.network;
    if (network && !options.get(space, SUBNET_MASK)) {
      put(SUBNET_MASK, bigEndian(0xffffffffn ^ (network.high - network.low), 4));
    }
    this.#supplyHostName();
    const clientId = sent.get(space, CLIENT_ID);
    if (this.#isOn('echoClientId', CLIENT_ID) && clientId instanceof Uint8Array) put(CLIENT_ID, clientId);
    if (!options.get(space, ROUTERS) && this.#isOn('addressAsRouter', ROUTERS)) {
      const address = run.fact('leased-address');
      options.supply(
        space,
        ROUTERS,
        address instanceof Uint8Array ? { kind: 'bytes', bytes: address } : { kind: 'looked-up' },
      );
    }
  }

  /** The name of the host declaration, or the one that a name server knows for the address, where the server is told to look. */
  #supplyHostName(): void {
    const { setting, hosts } = this.#parts;
    const space = setting.mainSpace;
    const name = hosts.fixed?.host.name ?? hosts.unfixed?.name;
    if (this.#options.get(space, HOST_NAME)) return;
    if (name !== undefined && this.#isOn('hostNames', HOST_NAME)) {
      this.#options.supply(space, HOST_NAME, { kind: 'bytes', bytes: bytesOfText(name) });
    } else if (this.#isOn('leaseHostNames', HOST_NAME)) {
      this.#options.supply(space, HOST_NAME, { kind: 'looked-up' });
    }
  }

  /** Where it is not known whether a parameter is on, neither is the option that hangs on it. */
  #isOn(name: keyof ParameterCodes, code: number): boolean {
    const flag = this.#parameters.flag(name);
    if (flag === UNKNOWN) this.#uncertain.add(code);
    return flag === true;
  }

  /** The lease time, and those of renewal and rebinding as far as they come before its end. */
  #supplyTimes(): void {
    const { setting, run, terms } = this.#parts;
    const space = setting.mainSpace;
    if (terms.time === UNKNOWN) {
      this.#options.supply(space, LEASE_TIME, { kind: 'looked-up' });
      this.#doubt(REBINDING);
      this.#doubt(RENEWAL);
      return;
    }
    this.#options.supply(space, LEASE_TIME, { kind: 'bytes', bytes: bigEndian(terms.time, 4) });
    let before = terms.time;
    for (const code of [REBINDING, RENEWAL]) {
      const value = run.reply(space, code);
      if (!(value instanceof Uint8Array)) continue;
      if (value.length < 4) {
        // The server reads what lies behind it in its memory
        this.#doubt(code);
        this.#doubt(RENEWAL);
      } else if (readBigEndian(value, 4) >= before) this.#options.remove(space, code);
      else if (code === REBINDING) before = readBigEndian(value, 4);
    }
  }

  /** Notes that it is not known whether an option that is set goes out. */
  #doubt(code: number): void {
    if (this.#options.get(this.#parts.setting.mainSpace, code)) this.#uncertain.add(code);
  }

  /** The space that high codes are looked up in, and from which code on; undefined without one, null for one that does not exist. */
  #siteSpace(): { readonly name: string; readonly from: number } | undefined | null {
    const name = this.#parameters.data('siteOptionSpace');
    if (!(name instanceof Uint8Array)) return undefined;
    const key = textOfBytes(name).toLowerCase();
    const { definitions } = this.#parts.setting;
    if (!definitions.space(key)) return null;
    return { name: key, from: Math.max(128, Math.min(224, definitions.lowestCode(key) ?? 224)) };
  }

  #message(
    site: { readonly name: string; readonly from: number } | undefined,
  ): Pick<Reply, 'options' | 'unknown' | 'origins'> {
    const { setting, sending, sent } = this.#parts;
    const encoder = new Encoder(setting, this.#options, sending.evaluator);
    const codes = this.#codes(site);
    const origins = new Map<number, readonly Origin[]>();
    const unknown = new Set(this.#uncertain);
    const outgoing: Outgoing[] = [];
    for (const code of codes) {
      const space = site && code >= site.from ? site.name : setting.mainSpace;
      const encoded = this.#encode(encoder, space, code);
      if (encoded === UNKNOWN) {
        unknown.add(code & 255);
        const isFixed = code === SERVER_ID || code === LEASE_TIME;
        outgoing.push({ code, bytes: undefined, ...(isFixed ? { least: 4, most: 4 } : MAYBE_SHORT) });
        continue;
      }
      if (encoded === null || encoded.bytes.length === 0) continue;
      const entry = this.#options.get(space, code);
      const type = entry?.kind === 'parts' ? entry.definition?.type : setting.definitions.ofCode(space, code)?.type;
      const bytes =
        sent.endsTextsWithNul && endsInText(type) ? joinBytes([encoded.bytes, Uint8Array.of(0)]) : encoded.bytes;
      outgoing.push(ofBytes(code, bytes));
      origins.set(code & 255, [...(origins.get(code & 255) ?? []), ...encoded.origins]);
    }
    const options = new Map<number, Uint8Array>();
    for (const [code, bytes] of layOut(outgoing, this.#room(encoder))) {
      if (bytes) options.set(code, bytes);
      else unknown.add(code);
    }
    const relayed = this.#parts.client.options.get(RELAY);
    if (relayed) options.set(RELAY, relayed);
    for (const code of [...origins.keys()]) if (!options.has(code)) origins.delete(code);
    for (const code of unknown) options.delete(code);
    if (this.#parts.terms.answers !== TRUE) for (const code of options.keys()) unknown.add(code);
    return { options, unknown: [...unknown].sort((a, b) => a - b), origins };
  }

  #encode(encoder: Encoder, space: string, code: number): Encoded | null | Unknown {
    const { setting } = this.#parts;
    const entry = this.#options.get(space, code);
    if (entry) return encoder.own(space, code);
    const definition = setting.definitions.ofCode(space, code);
    if (definition?.type?.kind === 'vendor-encapsulate') {
      const name = encoder.data(setting.policy.parameterSpace, setting.policy.parameters.vendorOptionSpace);
      if (name === UNKNOWN) return UNKNOWN;
      return name === null || name.length === 0 ? null : encoder.space(textOfBytes(name));
    }
    return definition && isPlainCarrier(definition) && definition.type?.kind === 'encapsulate'
      ? encoder.space(definition.type.space)
      : null;
  }

  /** The codes that are tried, in the order in which they are sent. */
  #codes(site: { readonly name: string; readonly from: number } | undefined): number[] {
    const { setting, sent } = this.#parts;
    const { policy, mainSpace } = setting;
    const codes = [...policy.always];
    const list = this.#requestList;
    if (list instanceof Uint8Array && list.length > 0) {
      if (this.#options.get(mainSpace, SUBNET_SELECTION)) codes.push(SUBNET_SELECTION);
      if (this.#isOn('echoClientId', CLIENT_ID)) codes.push(CLIENT_ID);
      codes.push(...[...list.subarray(0, PRIORITIES - codes.length)].filter((code) => code !== RELAY));
      if (sent.get('fqdn', 1) !== null) codes.push(FQDN);
      codes.push(SUBNET_MASK);
    } else if (policy.withoutRequestList === 'everything') {
      codes.push(...policy.first, ...this.#allCodes(site));
      for (const { definition } of setting.definitions.carriers) {
        if (definition.space === mainSpace && definition.code !== RELAY) codes.push(definition.code);
      }
      codes.push(VENDOR_OPTIONS);
    }
    if (list === UNKNOWN) for (const code of codes.slice(policy.always.length)) this.#uncertain.add(code & 255);
    return maskBeforeRouters([...new Set(codes)]);
  }

  #allCodes(site: { readonly name: string; readonly from: number } | undefined): number[] {
    const { setting } = this.#parts;
    const of = (space: string): number[] =>
      inServerOrder([...this.#options.entries(space)], setting, space)
        .map(([code]) => code)
        .filter((code) => code !== RELAY);
    const main = of(setting.mainSpace);
    if (!site) return main;
    return [...main.filter((code) => code < site.from), ...of(site.name).filter((code) => code >= site.from)];
  }

  /** A parameter request list that the configuration sets counts before the client's. */
  get #requestList(): Data {
    const { setting, sent } = this.#parts;
    const configured = this.#options.get(setting.mainSpace, REQUEST_LIST);
    return configured
      ? entryData(configured, this.#parts.run.evaluator, true)
      : sent.get(setting.mainSpace, REQUEST_LIST);
  }

  #room(encoder: Encoder): { readonly options: number; readonly bootFile: boolean; readonly serverName: boolean } {
    const { setting, sent, client } = this.#parts;
    const space = setting.mainSpace;
    const asked = [sent.get(space, MESSAGE_SIZE), encoder.data(space, MESSAGE_SIZE)].find(
      (data): data is Uint8Array => data instanceof Uint8Array && data.length === 2,
    );
    const size = asked ? Math.min(Math.max(readBigEndian(asked, 2), SMALLEST), LARGEST) : SMALLEST;
    const relayed = client.options.get(RELAY)?.length;
    const more = relayed === undefined ? 0 : relayed + 2;
    const hasText = (name: 'bootFile' | 'serverName'): boolean => {
      const data = this.#parameters.data(name);
      return data instanceof Uint8Array && data.length > 0;
    };
    return {
      options: Math.min(size, LARGEST - more) - HEADERS,
      bootFile: !hasText('bootFile'),
      serverName: !hasText('serverName'),
    };
  }
}

/** RFC 2132 §3.3 wants the mask first. */
function maskBeforeRouters(codes: number[]): number[] {
  const mask = codes.indexOf(SUBNET_MASK);
  const routers = codes.indexOf(ROUTERS);
  if (routers === -1 || mask < routers) return codes;
  return codes.map((code, index) => (index === mask ? ROUTERS : index === routers ? SUBNET_MASK : code));
}
