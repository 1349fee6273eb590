const WINDOWS_DRIVE = /^\/?[a-z]:(?=\/|$)/i;

/**
 * The name of a file in the workspace: of `file:` URIs the path, with slashes; of others the whole URI, decoded. All ways to write
 * the URI of a file give one name.
 */
export function pathOf(uri: string): string {
  const [, scheme, authority = '', path = ''] = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?(.*)$/is.exec(uri) ?? [];
  if (scheme === undefined) return uri;
  const decoded = decode(path);
  if (scheme.toLowerCase() !== 'file')
    return `${scheme.toLowerCase()}:${uri.includes('://') ? `//${authority}` : ''}${decoded}`;
  if (authority !== '') return `//${authority}${decoded}`;
  return WINDOWS_DRIVE.test(decoded) ? decoded.slice(1, 2).toLowerCase() + decoded.slice(2) : decoded;
}

/** The URI of a file by its name in the workspace. */
export function uriOf(path: string): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+:(?:\/\/[^/]*)?)(.*)$/is.exec(path) ?? [];
  if (scheme !== undefined && rest !== undefined) return scheme + encode(rest);
  if (path.startsWith('//')) return `file:${encode(path)}`;
  return `file://${path.startsWith('/') ? '' : '/'}${encode(path)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
