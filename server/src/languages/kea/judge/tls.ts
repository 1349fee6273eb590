import type { JsonNode } from '../json-node.ts';
import type { Judgement } from './judgement.ts';

/** What a connection is encrypted with (HttpCommandConfig and CtrlAgentCfgContext: all of them, or none). */
const PARTS = ['trust-anchor', 'cert-file', 'key-file'];

/** The files for encrypted commands: of the control agent itself, or of a server's sockets for HTTP. */
export function judgeTls(judgement: Judgement, map: JsonNode): void {
  if (judgement.situation.program === 'agent') judgeParts(judgement, map);
  else {
    const socket = map.field('control-socket');
    for (const one of [...(socket ? [socket] : []), ...map.maps('control-sockets')]) {
      if (one.textOf('socket-type')?.startsWith('http')) judgeParts(judgement, one);
    }
  }
}

function judgeParts(judgement: Judgement, map: JsonNode): void {
  if (!judgement.situation.complete) return;
  const isSet = (part: string): boolean => {
    const field = map.field(part);
    return field !== undefined && field.text !== '';
  };
  const [given] = PARTS.filter(isSet);
  const missing = PARTS.filter((part) => !isSet(part));
  const at = given === undefined ? undefined : map.field(given)?.head;
  if (!at || missing.length === 0) return;
  const names = missing.map((part) => `"${part}"`).join(' and ');
  judgement.error(
    'incomplete-declaration',
    at,
    `${names} ${missing.length > 1 ? 'are' : 'is'} missing or empty: commands are encrypted with all three files, or not at all.`,
    `Add ${names}, or take the others away.`,
  );
}
