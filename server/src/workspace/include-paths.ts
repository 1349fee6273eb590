/**
 * Where an included file may lie, likeliest first: where the server looks, beside the including file, and below the folders that are
 * worked in, as in a checkout of what will be installed elsewhere. Paths are written with slashes; each folder ends with one.
 */
export function includeCandidates(path: string, from: string, folders: readonly string[] = ['']): string[] {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const absolute = path.startsWith('/');
  const beside = folder + (absolute ? path.slice(path.lastIndexOf('/') + 1) : path);
  const below = folders.map((one) => one + (absolute ? path.slice(1) : path));
  const likeliest = absolute ? [path, beside, ...below] : [...below, beside];
  return [...new Set(likeliest.map(withoutDots))];
}

/** The same path without `.`, and without `..` where it can be done: a file has one name. */
function withoutDots(path: string): string {
  if (!/(?:^|\/)\.{0,2}\//.test(path)) return path;
  const [, root = '', rest = path] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*\/|\/|)(.*)$/is.exec(path) ?? [];
  const parts: string[] = [];
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && (root !== '' || (parts.length > 0 && parts.at(-1) !== '..'))) parts.pop();
    else parts.push(part);
  }
  return root + parts.join('/');
}
