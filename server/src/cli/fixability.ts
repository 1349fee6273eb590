import type { Finding } from '../rules/finding.ts';

/** What `fix` can do about a finding: mend it, mend it when told that unsafe fixes are welcome, or leave it. */
export function fixability({ fixes }: Finding): 'safe' | 'unsafe' | 'none' {
  const preferred = fixes.filter((fix) => fix.preferred);
  if (preferred.some(({ safe }) => safe)) return 'safe';
  return preferred.length > 0 ? 'unsafe' : 'none';
}
