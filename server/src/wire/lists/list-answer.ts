import type { OptionValue } from '../../model/option.ts';
import type { Scope } from '../../model/scope.ts';
import type { BootFields } from '../boot-fields.ts';
import { bigEndian, sameBytes } from '../bytes.ts';
import type { Membership } from '../classes.ts';
import type { Encoded, Origin } from '../encode.ts';
import { ACKNOWLEDGEMENT, OFFER } from '../message-types.ts';
import {
  CLIENT_ID,
  FQDN,
  HOST_NAME,
  LEASE_TIME,
  MESSAGE_TYPE,
  NUMBERED_VENDOR_OPTIONS,
  REBINDING,
  RELAY,
  RENEWAL,
  REQUEST_LIST,
  SERVER_ID,
  SUBNET_MASK,
  SUBNET_SELECTION,
} from '../option-codes.ts';
import type { Beaten } from '../option-state.ts';
import { type Data, TRUE, UNKNOWN, type Unknown } from '../outcome.ts';
import type { Reply } from '../reply.ts';
import { silent } from '../silence.ts';
import { bootFields } from './boot.ts';
import { hostName, type Named } from './client-name.ts';
import type { Question, Served } from './exchange.ts';
import { lifetimes } from './lifetimes.ts';
import type { ListSetting } from './list-server.ts';
import { OptionList } from './option-list.ts';
import { Parameters } from './parameters.ts';
import type { Parts, Unsendable } from './splitting.ts';
import { ownVendorOptions, packVendorOptions, spaceOfVendor, vendorOf } from './vendor-options.ts';

/** What the client is given, and the classes that it was in then. */
interface Allocated extends Served {
  readonly members: readonly Membership[];
}

/** A list of options, and whether it is certain that the client is in its scope. */
interface ListInForce {
  readonly list: OptionList;
  readonly certain: boolean;
}

interface Candidate {
  readonly list: OptionList;
  readonly value: OptionValue;
}

/** Something that a client gets, without an entry in the file where the server makes it up. */
interface Sent {
  readonly packed: Encoded | Unknown | Unsendable;
  readonly values: readonly OptionValue[];
  /** Whether it is unknown, and one of what it may be ends the message. */
  readonly mayBreakOff?: boolean;
}

/** Puts the reply together (Dhcpv4Srv::buildCfgOptionList, appendRequestedOptions, appendBasicOptions). */
export class ListAnswer {
  readonly #setting: ListSetting;
  readonly #question: Question;
  readonly #served: Allocated;
  readonly #members: readonly Membership[];
  readonly #parameters: Parameters;
  /** The narrowest first. */
  readonly #lists: readonly ListInForce[];
  readonly #reply = new Map<number, Sent>();
  readonly #uncertain = new Set<number>();

  constructor(setting: ListSetting, question: Question, served: Allocated, members: readonly Membership[]) {
    this.#setting = setting;
    this.#question = question;
    this.#served = served;
    this.#members = members;
    const { subnet, network, pool, host } = served;
    const { global } = setting.model;
    this.#parameters = new Parameters(present([subnet, network, global]));
    const inForce = (scope: Scope, certain = true): ListInForce => ({ list: OptionList.of(scope), certain });
    this.#lists = [
      ...present([host?.scope, pool, subnet, network]).map((scope) => inForce(scope)),
      ...members.map(({ of, certain }) => inForce(of.scope, certain)),
      inForce(global),
    ].filter(({ list }) => list.values.length > 0);
  }

  get reply(): Reply {
    const { policy } = this.#setting;
    const boot = this.#parameters.text(policy.parameters.boot.server);
    const common = this.#common;
    if (boot && !/^[\d.]+$/.test(boot)) return { ...silent({ reason: 'fails', at: undefined }), ...common };
    this.#supply();
    for (const code of this.#requested) this.#append(code);
    for (const code of policy.always) this.#append(code);
    this.#appendVendorOptions();
    if (!this.#reply.has(SERVER_ID)) this.#reply.set(SERVER_ID, MADE_UP);
    const endless = [...this.#reply.values()].find(({ packed }) => packed === 'endless');
    if (endless) return { ...silent({ reason: 'fails', at: endless.values[0]?.at }), ...common };
    return { ...this.#message, ...common, boot: this.#boot };
  }

  get #boot(): BootFields {
    const { model, policy } = this.#setting;
    const { host, subnet, network } = this.#served;
    return bootFields(host?.scope, this.#members, present([subnet, network, model.global]), policy);
  }

  get #common(): Pick<Reply, 'beaten' | 'inForce' | 'setBy' | 'classes' | 'host'> {
    const inForce = (space: string, code: number): readonly OptionValue[] => this.#find(space, code)?.values ?? [];
    return {
      beaten: this.#beaten,
      inForce,
      setBy: (code) => inForce(this.#setting.model.mainSpace, code),
      classes: this.#members.map(({ of }) => of),
      host: this.#served.host,
    };
  }

  /** What the server adds by itself, whatever the lists hold. */
  #supply(): void {
    const { sent, message } = this.#question;
    const { subnet, address, host } = this.#served;
    this.#put(MESSAGE_TYPE, Uint8Array.of(message === 'offer' ? OFFER : ACKNOWLEDGEMENT));
    if (this.#parameters.flag(this.#setting.policy.parameters.echoesClientId) !== false) {
      this.#put(CLIENT_ID, sent.get(CLIENT_ID));
    }
    const relayed = sent.get(RELAY);
    if (!(relayed instanceof Uint8Array && relayed.length === 0)) this.#put(RELAY, relayed);
    this.#put(SUBNET_SELECTION, sent.get(SUBNET_SELECTION));
    if (sent.get(FQDN) !== null) this.#reply.set(FQDN, MADE_UP);
    else {
      const named: Named = { reserved: host?.name, sent: sent.get(HOST_NAME), address };
      this.#put(HOST_NAME, hostName(named, this.#parameters, this.#setting.policy));
    }
    const times = lifetimes(this.#served.members, this.#parameters, sent.get(LEASE_TIME), this.#setting.policy);
    this.#put(LEASE_TIME, times.lifetime);
    this.#put(REBINDING, times.rebinding);
    this.#put(RENEWAL, times.renewal);
    const { network } = subnet;
    if (network) this.#put(SUBNET_MASK, bigEndian(0xffffffffn ^ (network.high - network.low), 4));
  }

  #put(code: number, data: Data): void {
    if (data === null) return;
    this.#reply.set(code, data === UNKNOWN ? MADE_UP : { packed: { bytes: data, origins: [] }, values: [] });
  }

  /** The codes that the client asks for, and those that are sent to everybody. */
  get #requested(): ReadonlySet<number> {
    const { mainSpace } = this.#setting.model;
    const request = this.#question.sent.get(REQUEST_LIST);
    const codes = new Set(request instanceof Uint8Array ? request : []);
    const never = new Set<number>();
    for (const { list, certain } of this.#lists) {
      for (const { code = 0, delivery } of list.inSpace(mainSpace)) {
        if (request === UNKNOWN && !codes.has(code)) {
          codes.add(code);
          this.#uncertain.add(code);
        }
        if (delivery?.always) {
          if (!codes.has(code) && !certain) this.#uncertain.add(code);
          if (certain) this.#uncertain.delete(code);
          codes.add(code);
        }
        if (delivery?.never && certain) never.add(code);
        else if (delivery?.never) this.#uncertain.add(code);
      }
    }
    for (const code of never) codes.delete(code);
    return codes;
  }

  #append(code: number): void {
    if (this.#reply.has(code)) return;
    const found = this.#find(this.#setting.model.mainSpace, code);
    if (found) this.#reply.set(code, found);
  }

  /**
   * Of a vendor's own options those are sent that are sent to everybody, from whatever list, to clients that an entry for option 125
   * is for or that speak to that vendor (Dhcpv4Srv::appendRequestedVendorOptions).
   */
  #appendVendorOptions(): void {
    const asked = this.#question.sent.get(NUMBERED_VENDOR_OPTIONS);
    if (asked === UNKNOWN) {
      this.#reply.set(NUMBERED_VENDOR_OPTIONS, MADE_UP);
      return;
    }
    const sent = this.#reply.get(NUMBERED_VENDOR_OPTIONS);
    const entry = sent?.packed;
    if (entry !== undefined && typeof entry !== 'object') return;
    const [value] = sent?.values ?? [];
    if (value?.definition?.at) return;
    const bytes = entry?.bytes;
    const vendor = bytes ? vendorOf(bytes) : asked && vendorOf(asked);
    if (typeof vendor !== 'number') return;
    const options = new Map<number, Parts>(value && bytes ? ownVendorOptions(bytes, value) : []);
    const space = spaceOfVendor(vendor);
    for (const { list, certain } of this.#lists) {
      for (const { code = 0, delivery } of list.inSpace(space)) {
        if (!delivery?.always || options.has(code)) continue;
        const found = this.#candidates(space, code);
        const [first] = found.of;
        const parts = first?.list.parts(first.value, this.#setting.policy, 1);
        if (found.of.length !== 1 || !certain || typeof parts !== 'object') {
          this.#reply.set(NUMBERED_VENDOR_OPTIONS, MADE_UP);
          return;
        }
        options.set(code, parts);
      }
    }
    if (!sent && options.size === 0) return;
    const packed = packVendorOptions(vendor, options);
    this.#reply.set(NUMBERED_VENDOR_OPTIONS, { packed, values: sent?.values ?? [] });
  }

  /** The first list that has an option; several where it is not certain that the client is in the first ones. */
  #candidates(space: string, code: number): { readonly of: readonly Candidate[]; readonly certain: boolean } {
    const of: Candidate[] = [];
    for (const { list, certain } of this.#lists) {
      const value = list.all(space, code).find((one) => this.#isFor(one));
      if (!value) continue;
      of.push({ list, value });
      if (certain) return { of, certain };
    }
    return { of, certain: false };
  }

  /** What is sent of an option. */
  #find(space: string, code: number): Sent | undefined {
    const { of, certain } = this.#candidates(space, code);
    const [first, ...others] = of.map(({ list, value }) => list.packed(value, this.#setting.policy));
    if (first === undefined) return undefined;
    const values = of.map(({ value }) => value);
    const agreed = certain && others.every((packed) => sameEncoded(first, packed));
    const mayBreakOff = !agreed && [first, ...others].includes('breaks-off');
    return { packed: agreed ? first : UNKNOWN, values, mayBreakOff };
  }

  /** Whether an entry is for this client. */
  #isFor({ delivery }: OptionValue): boolean {
    const names = delivery?.classes ?? [];
    return names.length === 0 || this.#members.some(({ of }) => names.includes(of.name));
  }

  get #message(): Pick<Reply, 'options' | 'unknown' | 'silence' | 'origins'> {
    const options = new Map<number, Uint8Array>();
    const origins = new Map<number, readonly Origin[]>();
    const unknown = new Set(this.#uncertain);
    for (const [code, { packed }] of this.#reply) {
      if (packed === UNKNOWN) unknown.add(code);
      else if (typeof packed === 'object' && !unknown.has(code)) {
        options.set(code, packed.bytes);
        origins.set(code, packed.origins);
      }
    }
    const end = this.#end(true);
    const possibleEnd = this.#end(false);
    for (const code of [...options.keys(), ...unknown]) {
      if (code === MESSAGE_TYPE) continue;
      if (isBehind(code, end)) unknown.delete(code);
      else if (isBehind(code, possibleEnd)) unknown.add(code);
      else continue;
      options.delete(code);
      origins.delete(code);
    }
    if (this.#served.answers !== TRUE) for (const code of options.keys()) unknown.add(code);
    return { options, unknown: [...unknown].sort((a, b) => a - b), silence: undefined, origins };
  }

  /** The option in front of which the message ends, since it cannot be written. */
  #end(certain: boolean): number {
    const breaking = [...this.#reply].filter(([code, { packed, mayBreakOff }]) =>
      packed === 'breaks-off' ? this.#uncertain.has(code) !== certain : mayBreakOff && !certain,
    );
    return Math.min(...breaking.map(([code]) => code));
  }

  /**
   * Entries that stand in the way of each other: of options those of wider scopes, and the earlier ones of one list. What an option holds
   * comes from its own list, where the first one counts.
   */
  get #beaten(): readonly Beaten[] {
    const { mainSpace } = this.#setting.model;
    const winners = new Map<string, OptionValue>();
    const beaten: Beaten[] = [];
    for (const { list, certain } of this.#lists) {
      const inside = new Map<string, OptionValue>();
      const [options, held] = [list.inSpace(mainSpace), list.values.filter(({ space }) => space !== mainSpace)];
      for (const value of [...options.toReversed(), ...held]) {
        const key = `${value.space} ${value.code}`;
        const rivals = value.space === mainSpace ? winners : inside;
        const winner = rivals.get(key);
        if (winner) beaten.push({ loser: value, winner });
        else if (certain || rivals === inside) rivals.set(key, value);
      }
    }
    return beaten;
  }
}

const MADE_UP: Sent = { packed: UNKNOWN, values: [] };

/** Whether an option is written behind another one: they go out by their codes, but 82 is the last. */
const isBehind = (code: number, end: number): boolean => code >= end || (code === RELAY && Number.isFinite(end));

const present = <T>(all: readonly (T | undefined)[]): readonly T[] => all.filter((one) => one !== undefined);

const sameEncoded = (one: Sent['packed'], other: Sent['packed']): boolean =>
  typeof one === 'object' && typeof other === 'object' ? sameBytes(one.bytes, other.bytes) : one === other;
