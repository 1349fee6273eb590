import { sameBytes } from './bytes.ts';
import type { Membership } from './classes.ts';
import type { Client } from './client.ts';
import { RELAY } from './option-codes.ts';
import type { Data } from './outcome.ts';
import type { Place } from './place.ts';
import type { MessageKind, Reply } from './reply.ts';
import type { Reading, SentOptions } from './sent-options.ts';

/** What a reply is asked for with. */
export interface Asked {
  readonly client: Client;
  readonly mac: Uint8Array;
  readonly place: Place;
  readonly message: MessageKind;
  readonly memberships: readonly Membership[];
}

interface Answered {
  readonly asked: Asked;
  /** What the server looked at in what the client sent. */
  readonly readings: readonly Reading[];
  readonly endsTextsWithNul: boolean;
  readonly reply: Reply;
}

/**
 * Replies to clients without an address of their own, which are asked for place by place. Where two of them are in the same classes, and
 * differ in nothing that the server looked at, they get the same.
 */
export class AlikeReplies {
  readonly #answered = new Map<Place, Answered[]>();

  /** A reply that is worked out, unless one is known already. */
  reply(asked: Asked, sent: SentOptions, answer: () => Reply): Reply {
    const known = this.#find(asked, sent);
    if (known) return known;
    const { result: reply, readings } = sent.readingsOf(answer);
    const { endsTextsWithNul } = sent;
    const answered = this.#answered.get(asked.place) ?? [];
    this.#answered.set(asked.place, answered);
    answered.push({ asked, readings, endsTextsWithNul, reply });
    return reply;
  }

  #find(asked: Asked, sent: SentOptions): Reply | undefined {
    const found = this.#answered
      .get(asked.place)
      ?.find(
        (one) =>
          one.asked.message === asked.message &&
          sameData(one.asked.mac, asked.mac) &&
          sameData(one.asked.client.options.get(RELAY) ?? null, asked.client.options.get(RELAY) ?? null) &&
          one.endsTextsWithNul === sent.endsTextsWithNul &&
          sameMemberships(one.asked.memberships, asked.memberships) &&
          one.readings.every(({ space, code, data }) => sameData(data, sent.get(space, code))),
      );
    return found?.reply;
  }
}

const sameData = (one: Data, other: Data): boolean =>
  one === other || (one instanceof Uint8Array && other instanceof Uint8Array && sameBytes(one, other));

const sameMemberships = (some: readonly Membership[], others: readonly Membership[]): boolean =>
  some.length === others.length &&
  some.every(({ of, subclass, certain }, i) => {
    const other = others[i];
    return other?.of === of && other.subclass === subclass && other.certain === certain;
  });
