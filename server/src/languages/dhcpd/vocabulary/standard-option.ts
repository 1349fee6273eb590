import type { OptionType } from '../../../model/option-type.ts';

/** An option that dhcpd knows by name without a definition in the file (dhcp-options(5)). */
export interface StandardOption {
  /** The option space as dhcpd spells it: `dhcp`, `dhcp6`, `agent`, `fqdn`, … */
  readonly space: string;
  readonly code: number;
  /** The name without its space: `routers`, `name-servers`. */
  readonly name: string;
  readonly type: OptionType;
  /** One line in sentence case, without a full stop. */
  readonly help: string;
  /** The name in IANA's registry, where it has one. */
  readonly ianaName?: string;
}

/** One line of a table of options: code, name, type, help, IANA name. */
export type OptionRow = readonly [
  code: number,
  name: string,
  type: OptionType,
  help: string,
  ianaName?: string | undefined,
];

export function optionsOf(space: string, rows: readonly OptionRow[]): readonly StandardOption[] {
  return rows.map(([code, name, type, help, ianaName]) => ({
    space,
    code,
    name,
    type,
    help,
    ...(ianaName === undefined ? {} : { ianaName }),
  }));
}
