import type { Expression } from '../model/expression.ts';
import type { Model } from '../model/model.ts';
import { some } from '../model/steps.ts';
import { textOfBytes } from '../wire/bytes.ts';
import type { Client } from '../wire/client.ts';
import { describeClient } from '../wire/client.ts';
import type { Place } from '../wire/place.ts';
import type { Reply, Server } from '../wire/reply.ts';
import { clientOf, compareReleases, type Device, device as deviceOf } from './devices.ts';
import { OTHER_CLIENTS } from './other-clients.ts';
import { type Resolution, resolve } from './resolve.ts';
import { SERVER_CODE, TAG_CODE, VENDOR_CODE } from './sub-options.ts';

/** A device in a place: what it gets, and where that leads it. */
export interface Cell {
  readonly place: Place;
  readonly device: Device;
  readonly reply: Reply;
  readonly told: Resolution;
}

/** What all of them ask for, as IGEL OS does. */
const ASKED_FOR: readonly number[] = [1, 3, 6, 15, VENDOR_CODE, SERVER_CODE, TAG_CODE];

/** What a server does with a fleet, and with other clients, worked out once for each question. */
export class Rollout {
  readonly server: Server;
  readonly fleet: readonly (readonly Device[])[];
  readonly #replies = new Map<Place, Map<string, Reply>>();
  readonly #cells: (readonly Cell[])[] = [];
  /** Vendor classes that the tests of classes speak of, beside IGEL's own. */
  readonly #compared: readonly string[];
  #prepared = 0;

  constructor(server: Server, fleet: readonly string[]) {
    this.server = server;
    this.fleet = groupsOf(fleet.map(deviceOf));
    this.#compared = comparedWith(server.model);
  }

  /** A row for each place, a cell for each group of devices that behave alike. */
  get rows(): readonly (readonly Cell[])[] {
    const { places } = this.server;
    for (let i = this.#cells.length; i < places.length; i++) {
      const place = places[i];
      if (place) this.#cells.push(this.fleet.flatMap(([device]) => (device ? [this.cell(place, device)] : [])));
    }
    return this.#cells;
  }

  /** Works out what the rules ask for, at least one place, until the time is over; tells whether all of it is known. */
  prepare(until: number, now: () => number): boolean {
    const { places } = this.server;
    while (this.#prepared < places.length) {
      const place = places[this.#prepared++];
      if (!place) continue;
      for (const [device] of this.fleet) if (device) this.cell(place, device);
      this.strangers(place);
      if (now() > until) break;
    }
    return this.#prepared >= places.length;
  }

  cell(place: Place, device: Device, mac?: Uint8Array): Cell {
    const reply = this.#reply(clientOf(device, mac), place, `${device.age} ${mac?.join() ?? ''}`);
    return { place, device, reply, told: resolve(device, reply) };
  }

  /** What a client gets that is not IGEL's. */
  strangers(place: Place): readonly Reply[] {
    return [...OTHER_CLIENTS, ...this.#compared].map((vendorClass) => this.#replyTo(vendorClass, place));
  }

  /** The classes that a client with a vendor class is in, at any place. */
  withVendorClass(vendorClass: string): readonly Reply[] {
    return this.server.places.map((place) => this.#replyTo(vendorClass, place));
  }

  #replyTo(vendorClass: string | undefined, place: Place): Reply {
    return this.#reply(describeClient({ vendorClass, request: ASKED_FOR }), place, `vendor ${vendorClass}`);
  }

  #reply(client: Client, place: Place, name: string): Reply {
    const replies = this.#replies.get(place) ?? new Map<string, Reply>();
    this.#replies.set(place, replies);
    const reply = replies.get(name) ?? this.server.reply(client, place);
    replies.set(name, reply);
    return reply;
  }
}

/** Devices that behave alike in one group, the oldest first. */
function groupsOf(devices: readonly Device[]): readonly (readonly Device[])[] {
  const groups = new Map<Device['age'], Device[]>();
  for (const device of devices.toSorted((a, b) => compareReleases(a.release, b.release))) {
    const group = groups.get(device.age);
    if (group) group.push(device);
    else groups.set(device.age, [device]);
  }
  return [...groups.values()];
}

/** More than a file for people holds. */
const MOST_COMPARED = 16;

/** The texts that tests compare something with, and that a client may have as its vendor class. */
function comparedWith({ classes }: Model): readonly string[] {
  const found = new Set<string>();
  for (const { test } of classes) {
    for (const bytes of test ? literalsIn(test) : []) {
      const text = textOfBytes(bytes);
      // Of what is nearly IGEL's the rule for its vendor class tells.
      const isOther = /^[\x20-\x7e]{2,64}$/.test(text) && !text.toLowerCase().includes('igel');
      if (isOther && found.size < MOST_COMPARED) found.add(text);
    }
  }
  return [...found];
}

function literalsIn(test: Expression): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  some(test, (part) => {
    if (part.kind === 'bytes') found.push(part.bytes);
    return false;
  });
  return found;
}
