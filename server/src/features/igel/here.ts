import { clientOf, device } from '../../igel/devices.ts';
import { type Resolution, resolve } from '../../igel/resolve.ts';
import { whyNone } from '../../igel/why-none.ts';
import type { OptionValue } from '../../model/option.ts';
import type { Scope } from '../../model/scope.ts';
import { type Span, startOf } from '../../model/span.ts';
import type { Document } from '../../syntax/document.ts';
import type { Client } from '../../wire/client.ts';
import type { Place } from '../../wire/place.ts';
import { textOfPool, textOfSubnet } from '../../wire/place-text.ts';
import { type Reply, Server } from '../../wire/reply.ts';
import type { OpenUnit } from '../../workspace/unit.ts';
import { type Refusal, refusalOf } from '../refusal.ts';
import { code } from './markdown.ts';

/** Releases that stand for the rows of a table of versions: they ask for different things, or make different things of the answer. */
export type Representative = '11.03.500' | '11.04.100' | '12.7.5';

/** More places than these are not tried for a hover. */
const MOST_PLACES = 50;
/** More places than these are not told apart in a cell of a table. */
const MOST_TOLD = 3;

type FileAt = Pick<Document<unknown>, 'file' | 'positionAt'>;

/** What devices make of the files as they are. */
export class Here {
  readonly server: Server;
  /** Whether it is known what the server sends. */
  readonly #simulated: boolean;
  /** Why the server does not start with the files; undefined where it does. */
  readonly #refusal: Refusal | undefined;
  readonly #fileAt: FileAt;

  constructor(server: Server, simulated: boolean, refusal: Refusal | undefined, document: FileAt) {
    this.server = server;
    this.#simulated = simulated;
    this.#refusal = refusal;
    this.#fileAt = document;
  }

  static of<F>(unit: OpenUnit<F>, document: Document<F>): Here {
    return new Here(serverOf(unit), unit.language.simulated, refusalOf(unit), document);
  }

  get #places(): readonly Place[] {
    return this.server.places.slice(0, MOST_PLACES);
  }

  /** Whether the server starts with the files, and it is known what it sends. */
  get answers(): boolean {
    return this.#simulated && !this.#refusal;
  }

  /** That the server does not start with the files, and what it stumbles over, as Markdown; undefined where it does start. */
  get refusal(): string | undefined {
    const refusal = this.#refusal;
    return (
      refusal &&
      `**${refusal.server} does not start with this file**, so no device gets an answer. ${refusal.what} (${this.lineOf(refusal.at)})`
    );
  }

  /**
   * Where a release registers, in all places or place by place. Undefined where the files serve no place of DHCPv4, and where the
   * server does not start with them.
   * @param value what is asked about: whether it is what decides is told with it
   */
  registration(version: Representative, value: OptionValue | undefined): string | undefined {
    return this.#registrationIn(this.server.places, version, value);
  }

  /** The same in a part of the network; undefined where there is no place in it. */
  registrationIn(scope: Scope, version: Representative): string | undefined {
    const places = this.server.places.filter(
      ({ network, subnet, pool }) => network === scope || subnet === scope || pool?.scope === scope,
    );
    return this.#registrationIn(places, version, undefined);
  }

  #registrationIn(
    places: readonly Place[],
    version: Representative,
    value: OptionValue | undefined,
  ): string | undefined {
    if (!this.answers) return undefined;
    const client = clientOf(device(version));
    const told = new Map<string, Place[]>();
    for (const place of places.slice(0, MOST_PLACES)) {
      const text = this.#end(version, place, this.server.reply(client, place), value);
      const same = told.get(text);
      if (same) same.push(place);
      else told.set(text, [place]);
    }
    const [only, ...others] = [...told.keys()];
    if (only === undefined) return undefined;
    const groups = [...told.values()];
    const shown = [...told].slice(0, MOST_TOLD).map(([text, places]) => `${namesOf(places, groups)}: ${text}`);
    const left = others.length + 1 - shown.length;
    const untried = places.length - MOST_PLACES;
    return [
      others.length === 0 ? only : shown.join('; '),
      ...(left > 0 ? [`other places: ${left} other ways`] : []),
      ...(untried > 0 ? [`${untried} more places were not tried`] : []),
    ].join('; ');
  }

  #end(version: Representative, place: Place, reply: Reply, value: OptionValue | undefined): string {
    const one = device(version);
    const told = resolve(one, reply);
    const reason = told.reasons.at(-1);
    switch (told.outcome) {
      case 'server':
        return `**${told.server}**, ${this.#source(told, reason?.at, value)}`;
      case 'doubtful':
        // What is doubted without a place is the release itself: its row of the table says so.
        return `perhaps **${told.server}**${reason?.at ? `: ${reason.text}` : ''}`;
      case 'unknown':
        return 'cannot be told beforehand: it is worked out when the device asks';
      case 'none': {
        const why = told.exclusive ? reason : (whyNone(this.server.model, reply, place, one)[0] ?? reason);
        const where = why?.at ? ` (${this.lineOf(why.at)})` : '';
        return `none from DHCP: ${why?.text.replace(/\.$/, '') ?? 'nothing names one'}${where}`;
      }
    }
  }

  #source({ way }: Resolution, at: Span | undefined, value: OptionValue | undefined): string {
    const option = way === 'option 224' ? 'option 224' : 'option 43';
    if (!at) return `from ${option}`;
    if (value && value.at.anchor === at.anchor && value.at.start === at.start) return 'from here';
    return `from ${option} (${this.lineOf(at)})`;
  }

  /** The reply to a client in the first place that answers it. */
  answer(client: Client): Reply | undefined {
    for (const place of this.#places) {
      const reply = this.server.reply(client, place);
      if (reply.options) return reply;
    }
    return undefined;
  }

  /** Where something stands: its line, and its file where that is another one. */
  lineOf(at: Span): string {
    const { file } = at.anchor;
    if (file !== this.#fileAt.file) return code(file);
    return `line ${this.#fileAt.positionAt(startOf(at)).line + 1}`;
  }
}

/** The subnets, or the pools where a subnet is in more than one group. */
function namesOf(places: readonly Place[], groups: readonly (readonly Place[])[]): string {
  const names = new Set(
    places.map(({ subnet, pool }) => {
      const isShared = groups.filter((group) => group.some((other) => other.subnet === subnet)).length > 1;
      if (pool && isShared) return textOfPool(pool.range);
      return subnet?.network ? textOfSubnet(subnet.network) : 'anywhere';
    }),
  );
  const shown = [...names].slice(0, 2).join(', ');
  return names.size > 2 ? `${shown} and ${names.size - 2} more` : shown;
}

interface Kept {
  readonly revision: number;
  readonly server: Server;
}

/** What a server has worked out of files holds until they mean something else. */
const SERVERS = new WeakMap<object, Kept>();

function serverOf<F>({ analysis, language }: OpenUnit<F>): Server {
  const { revision } = analysis;
  const kept = SERVERS.get(analysis);
  if (kept?.revision === revision) return kept.server;
  const server = new Server(analysis.model, language.policy);
  SERVERS.set(analysis, { revision, server });
  return server;
}
