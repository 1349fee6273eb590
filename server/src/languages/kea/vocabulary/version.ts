import { compareVersions } from '../../../model/version.ts';

/** The newest Kea that the vocabulary knows. */
export const NEWEST_KEA = '3.3.0';

interface Lifetime {
  readonly since?: string;
  readonly until?: string;
}

/** Whether something that came and went with these releases is there in a version. */
export function existsIn({ since, until }: Lifetime, version: string): boolean {
  if (since !== undefined && compareVersions(version, since) < 0) return false;
  return until === undefined || compareVersions(version, until) <= 0;
}
