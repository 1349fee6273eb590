/** Lists of domain names with pointers (RFC 1035 §4.1.4) joined to one, so that its pointers are right again; null for lists that are broken. */
export function joinDomainLists(lists: readonly Uint8Array[]): Uint8Array | null {
  const names: string[][] = [];
  for (const list of lists) {
    const read = namesOf(list);
    if (!read) return null;
    names.push(...read);
  }
  return names.length === 0 ? Uint8Array.of(0) : compress(names);
}

const POINTER = 0xc0;

function namesOf(list: Uint8Array): string[][] | undefined {
  const names: string[][] = [];
  for (let at = 0; at < list.length; ) {
    const name: string[] = [];
    let next: number | undefined;
    for (let from = at, steps = 0; ; steps++) {
      const length = list[from];
      if (length === undefined || steps > list.length) return undefined;
      if (length >= POINTER) {
        next ??= from + 2;
        from = (length & ~POINTER) * 256 + (list[from + 1] ?? 0);
        continue;
      }
      if (length === 0) {
        next ??= from + 1;
        break;
      }
      name.push(String.fromCharCode(...list.subarray(from + 1, from + 1 + length)));
      from += 1 + length;
    }
    names.push(name);
    at = next;
  }
  return names;
}

function compress(names: readonly (readonly string[])[]): Uint8Array {
  const bytes: number[] = [];
  const seen = new Map<string, number>();
  for (const labels of names) {
    let pointed = false;
    for (const [index, label] of labels.entries()) {
      const tail = labels.slice(index).join('.').toLowerCase();
      const before = seen.get(tail);
      if (before !== undefined) {
        bytes.push(POINTER | (before >> 8), before & 255);
        pointed = true;
        break;
      }
      if (bytes.length < 0x4000) seen.set(tail, bytes.length);
      bytes.push(label.length, ...[...label].map((character) => character.charCodeAt(0)));
    }
    if (!pointed) bytes.push(0);
  }
  return Uint8Array.from(bytes);
}
