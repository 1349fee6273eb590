/**
 * Where an included file may lie, likeliest first: where the server looks, beside the including file, and below the working folder,
 * as in a checkout of what will be installed elsewhere. Paths are written with slashes.
 */
export function includeCandidates(path: string, from: string): string[] {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const absolute = path.startsWith('/');
  const beside = folder + (absolute ? path.slice(path.lastIndexOf('/') + 1) : path);
  const below = absolute ? path.slice(1) : path;
  return [...new Set([path, beside, below])];
}
