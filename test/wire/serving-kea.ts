import { KEA } from '../../server/src/languages/kea/language.ts';
import { type MessageKind, type Reply, Server } from '../../server/src/wire/reply.ts';
import { readingIn, replyFrom, type ToldClient } from './serving.ts';

const kea = await readingIn(KEA);

/** The release that is asked where a test says nothing else. */
const KEA_VERSION = '2.2';

/** The simulated server of a kea-dhcp4.conf. */
export const keaServerOf = (text: string, keaVersion = KEA_VERSION): Server =>
  new Server(kea.modelOf(text, {}, { keaVersion }), KEA.policy);

/** The reply to a client in one of the places of a kea-dhcp4.conf, the first if nothing else is said. */
export const keaReplyTo = (text: string, told: ToldClient, place = 0, message?: MessageKind): Reply =>
  replyFrom(keaServerOf(text), told, place, message);
