import type { Token } from './lexer.ts';
import { isName, type Reader, Refusal, show } from './reader.ts';

/** An option's name as written: `routers`, or `igel.exclusive` in a space of its own. */
export interface OptionName {
  /** As written; undefined for the space of DHCP's own options. */
  readonly space: Token | undefined;
  readonly name: Token;
  /** In small letters, as dhcpd compares them. */
  readonly spaceKey: string;
  readonly nameKey: string;
  readonly start: number;
  readonly end: number;
}

/** The space that a name without a prefix belongs to, in DHCPv4 and in DHCPv6 alike. */
export const MAIN_SPACE = 'dhcp';

/** NAME or SPACE.NAME (common/parse.c, parse_option_name). */
export function readOptionName(reader: Reader): OptionName {
  const first = reader.next();
  if (!isName(first)) {
    const code = first.kind === 'number' ? Number(first.text) : undefined;
    throw new Refusal(
      'syntax',
      first.kind === 'end' ? { start: reader.last?.start ?? Math.max(0, first.start - 1), end: first.end } : first,
      first.kind === 'end'
        ? 'The name of the option is missing.'
        : `${show(first)} stands where the name of an option belongs.`,
      code === undefined
        ? 'Name the option.'
        : `dhcpd knows options by name: write unknown-${code}, or define a name for code ${code} first.`,
      // The first number of an address or of bytes names no option.
      code === undefined || !(code > 0 && code < 255) || reader.isSign('.') || reader.isSign(':')
        ? []
        : [
            {
              title: `Write unknown-${code}`,
              safe: true,
              edits: [{ start: first.start, end: first.end, newText: `unknown-${code}` }],
            },
          ],
    );
  }
  if (!reader.takeSign('.')) return nameOf(undefined, first);
  const name = reader.next();
  if (isName(name)) return nameOf(first, name);
  throw new Refusal(
    'syntax',
    name.kind === 'end' ? { start: first.start, end: name.end } : name,
    `After "${first.text}." the name of an option belongs, not ${show(name)}.`,
    `Name an option of the space "${first.text}".`,
  );
}

const nameOf = (space: Token | undefined, name: Token): OptionName => ({
  space,
  name,
  spaceKey: space?.text.toLowerCase() ?? MAIN_SPACE,
  nameKey: name.text.toLowerCase(),
  start: (space ?? name).start,
  end: name.end,
});
