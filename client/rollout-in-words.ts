import type { RolloutSummary } from '../server/src/protocol/requests.ts';

export interface RolloutInWords {
  /** In the notation of VS Code's icons. */
  readonly sign: string;
  /** A few words for the status bar. */
  readonly words: string;
  readonly sentence: string;
}

/** `$(check) 3 places`, or in how many of them devices get no UMS. */
export function rolloutInWords({ places, without, partly, refusal }: RolloutSummary): RolloutInWords {
  if (refusal !== undefined) return { sign: '$(error)', words: 'does not start', sentence: refusal };
  const all = `${places} place${places === 1 ? '' : 's'}`;
  if (without > 0) {
    const words = `${without} of ${all} gets no UMS`;
    return { sign: '$(error)', words, sentence: `In ${without} of ${all} no IGEL OS gets a UMS from DHCP.` };
  }
  if (partly > 0) {
    const words = `${partly} of ${all}: some get no UMS`;
    return {
      sign: '$(warning)',
      words,
      sentence: `In ${partly} of ${all} some releases of IGEL OS get no UMS from DHCP.`,
    };
  }
  return { sign: '$(check)', words: all, sentence: `In ${all} every IGEL OS gets a UMS from DHCP.` };
}
