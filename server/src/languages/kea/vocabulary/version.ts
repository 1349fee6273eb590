import { compareVersions } from '../../../model/version.ts';

/** The newest Kea that the vocabulary knows. */
export const NEWEST_KEA = '3.3.0';

interface Lifetime {
  readonly since?: string;
  readonly until?: string;
}

/**
 * Whether a version is older than a release. A version of two numbers means all releases that begin with them: whoever says 2.2 may have
 * 2.2.1, and is not told that its keys are too new.
 */
export function isOlder(version: string, release: string): boolean {
  const isSeries = /^\d+\.\d+$/.test(version);
  return compareVersions(version, release) < 0 && !(isSeries && release.startsWith(`${version}.`));
}

/** Whether something that came and went with these releases is there in a version. */
export function existsIn({ since, until }: Lifetime, version: string): boolean {
  if (since !== undefined && isOlder(version, since)) return false;
  return until === undefined || compareVersions(version, until) <= 0;
}
