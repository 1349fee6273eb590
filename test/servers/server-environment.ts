import { spawnSync } from 'node:child_process';

/** Servers live in folders that a plain user's path often lacks. */
export const environment = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin`, LC_ALL: 'C' };

/** Set where a skipped test would be a lie: the continuous integration installs every server. */
const required = process.env.IGEL_ROLLOUT_REQUIRE_SERVERS === '1';

/** What a test needs of the machine: `needs` says it in words, `present` tries it. */
export interface Need {
  readonly needs: string;
  readonly present: () => boolean;
}

export const program = (name: string, argument: string): Need => ({
  needs: `the program ${name}`,
  present: () => spawnSync(name, [argument], { env: environment, stdio: 'ignore' }).error === undefined,
});

/** A root of its own over a network of its own: given to root, and on most systems to anybody. */
export const privateNetwork: Need = {
  needs: 'the right to open a private network namespace',
  present: () =>
    spawnSync('unshare', [...ownUser, '--net', 'true'], { env: environment, stdio: 'ignore' }).status === 0,
};

/** The arguments by which `unshare` makes a plain user the root of a new user namespace. */
export const ownUser: readonly string[] = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];

/**
 * What is missing here, as a reason to skip a test; `null` where nothing is.
 * @throws where IGEL_ROLLOUT_REQUIRE_SERVERS=1 forbids to skip
 */
export function reasonToSkip(...needs: readonly Need[]): string | null {
  const missing = needs.filter((need) => !need.present()).map((need) => need.needs);
  if (missing.length === 0) return null;
  const reason = `this machine lacks ${missing.join(' and ')}`;
  if (required) throw new Error(`IGEL_ROLLOUT_REQUIRE_SERVERS=1, and ${reason}`);
  return reason;
}
