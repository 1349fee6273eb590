import { distance } from 'fastest-levenshtein';

/**
 * The names that a misspelt one may stand for: the nearest, in the order of the alphabet. Letters are compared without regard to case, and
 * underscores for hyphens are the commonest slip of all.
 *
 * @param most how many letters may be wrong; for short words one, since two would make half of another word
 */
export function nearestNames(
  misspelt: string,
  names: Iterable<string>,
  most = misspelt.length < 5 ? 1 : misspelt.length < 12 ? 2 : 3,
): readonly string[] {
  const written = plain(misspelt);
  let nearest = most;
  let near = new Set<string>();
  for (const name of names) {
    if (Math.abs(name.length - written.length) > nearest) continue;
    const away = slips(written, plain(name));
    if (away > nearest || away >= name.length) continue;
    if (away < nearest) near = new Set();
    nearest = away;
    near.add(name);
  }
  return [...near].sort();
}

/** Letters that are wrong, missing or too many; two neighbours that changed places are one slip. */
function slips(written: string, name: string): number {
  const first = [...written].findIndex((letter, i) => letter !== name[i]);
  const swapped =
    written.length === name.length &&
    first >= 0 &&
    written[first] === name[first + 1] &&
    written[first + 1] === name[first] &&
    written.slice(first + 2) === name.slice(first + 2);
  return swapped ? 1 : distance(written, name);
}

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '-');
