import type { ClientClass } from '../../model/client-class.ts';
import type { Fact } from '../../model/expression.ts';
import type { OptionDefinition } from '../../model/option.ts';
import { textOfBytes } from '../bytes.ts';
import type { Membership } from '../classes.ts';
import { MESSAGE_TYPE, VENDOR_CLASS } from '../option-codes.ts';
import { type Data, FALSE, NEITHER, TRUE, type Truth, UNKNOWN } from '../outcome.ts';

import { ClassSet } from './class-set.ts';
import type { ListSetting } from './list-server.ts';
import type { ReceivedOptions } from './received-options.ts';
import { TestEvaluator } from './test-evaluator.ts';

const ETHERNET = 1;

/** Puts a client into classes, in the steps in which Kea does it (Dhcpv4Exchange::classifyPacket and evaluateClasses). */
export class Classification {
  readonly classes: ClassSet;
  readonly #setting: ListSetting;
  readonly #sent: ReceivedOptions;
  readonly #evaluator: TestEvaluator;

  constructor(setting: ListSetting, mac: Uint8Array, sent: ReceivedOptions) {
    this.#setting = setting;
    this.#sent = sent;
    this.classes = new ClassSet(setting.givenElsewhere);
    const seen = {
      sent: (code: number) => sent.get(code),
      shown: (code: number) => sent.shown(code),
      inner: (path: readonly number[]) => sent.inner(path),
      vendor: sent.vendor.bind(sent),
      fact: (fact: Fact) => factOf(fact, mac, sent),
      member: (name: string) => this.classes.has(name),
    };
    this.#evaluator = new TestEvaluator(seen, setting.has('shortCircuits'));
  }

  /** The classes that the file declares, in the order in which the client came into them. */
  get members(): readonly Membership[] {
    return [...this.classes].flatMap(([name, certain]) => {
      const of = this.#setting.classes.get(name);
      return of ? [{ of, subclass: undefined, certain }] : [];
    });
  }

  get dropped(): Truth {
    return this.classes.has(this.#setting.policy.classes.dropped);
  }

  /** What is decided before anything is looked up. */
  begin(): void {
    const { everybody, vendorPrefix } = this.#setting.policy.classes;
    this.classes.add(everybody);
    for (const { name } of this.#setting.model.classes) {
      if (this.#setting.givenElsewhere(name)) this.classes.add(name, false);
    }
    const vendor = this.#sent.get(VENDOR_CLASS);
    if (vendor instanceof Uint8Array) this.classes.add(vendorPrefix + utf8Text(vendor));
    else if (vendor === UNKNOWN) {
      for (const { name, byName } of this.#setting.model.classes) if (byName) this.classes.add(name, false);
    }
    this.#evaluateAll(false);
    this.#sent.unpackLate((code) => this.#definitionInClass(code));
  }

  /** Gives the classes of a reservation, and tests those anew that may say otherwise now. */
  reserve(names: readonly string[]): void {
    for (const { name, test, key } of this.#setting.model.classes) if (test || key) this.classes.remove(name);
    this.give(names);
    this.#evaluateAll(false);
  }

  give(names: readonly string[]): void {
    for (const name of names) this.classes.add(name);
  }

  /** Says whether a reservation fits the client, and tests the classes that ask for it. */
  know(known: boolean): void {
    const { classes } = this.#setting.policy;
    this.classes.add(known ? classes.known : classes.unknown);
    this.#evaluateAll(true);
  }

  /** Tests the classes that a scope asks for. */
  request(names: Iterable<string>): void {
    for (const name of new Set(names)) {
      const one = this.#setting.classes.get(name);
      if (!one) continue;
      if (one.test || one.key) this.#evaluate(one);
      else if (this.#setting.has('givesUntested')) this.classes.add(name);
    }
  }

  #evaluateAll(whetherKnown: boolean): void {
    for (const one of this.#setting.model.classes) {
      if (one.onRequest || this.#setting.askWhetherKnown.has(one.name) !== whetherKnown) continue;
      this.#evaluate(one);
    }
  }

  #evaluate({ name, test, key }: ClientClass): void {
    if (key) this.#spawn(name, this.#evaluator.data(key));
    if (!test) return;
    const truth = this.#evaluator.truth(test);
    if (truth & TRUE) this.classes.add(name, (truth & (FALSE | NEITHER)) === 0);
  }

  /** A class that makes another one for each key that it meets. */
  #spawn(name: string, key: Data): void {
    if (key === UNKNOWN) this.classes.add(name, false);
    if (!(key instanceof Uint8Array) || key.length === 0) return;
    this.classes.add(`${this.#setting.policy.classes.spawnPrefix}${name}_${utf8Text(key)}`);
    this.classes.add(name);
  }

  /** What a class of the client says about an option that is taken apart late. */
  #definitionInClass(code: number): OptionDefinition | undefined {
    const { mainSpace } = this.#setting.model;
    for (const { of } of this.members) {
      const own = of.definitions?.find((one) => one.space === mainSpace && one.code === code);
      if (own) return own;
    }
    return undefined;
  }
}

/** Names in the file are UTF-8; what is none is shown byte by byte. */
function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return textOfBytes(bytes);
  }
}

/** Numbers come in four bytes. A client that has no address leaves the address fields empty. */
function factOf(fact: Fact, mac: Uint8Array, sent: ReceivedOptions): Data {
  switch (fact) {
    case 'hardware-address':
      return mac;
    case 'hardware-length':
      return Uint8Array.of(0, 0, 0, mac.length);
    case 'hardware-type':
      return Uint8Array.of(0, 0, 0, ETHERNET);
    case 'client-address':
    case 'given-address':
    case 'boot-server-address':
    case 'relay-address':
      return new Uint8Array(4);
    case 'message-type': {
      const type = sent.get(MESSAGE_TYPE);
      return type instanceof Uint8Array ? Uint8Array.of(0, 0, 0, ...type) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}
