import type { Effect, Family, Place } from './place.ts';

/**
 * What a statement does: a `declaration` opens a scope of its own or adds to the network; a `definition` gives options
 * their names and types; a `parameter` sets something for the scope it stands in; an `executable` statement is run for
 * each client.
 */
export type StatementKind = 'declaration' | 'definition' | 'parameter' | 'executable';

/** One way of writing a statement, and where dhcpd accepts it (tried on the real server in every place). */
export interface StatementForm {
  readonly kind: StatementKind;
  /** What follows the keyword, with words in capitals to be filled in; empty if nothing does. A body is `{ … }`. */
  readonly arguments: string;
  readonly family: Family;
  /** Where `dhcpd -4` accepts it. */
  readonly places4: readonly Place[];
  /** Where `dhcpd -6` accepts it. */
  readonly places6: readonly Place[];
  readonly effect: Effect;
  /** One line in sentence case, without a full stop. */
  readonly help: string;
}

/**
 * A statement of dhcpd.conf(5) by its keyword, which is all its literal words up to the first argument: `subnet`,
 * `failover peer`, `allow unknown-clients`. Where it can be written in several ways, it describes the most common one,
 * its places and family are those of all of them together, and `variants` holds each with its own.
 */
export interface Statement extends StatementForm {
  readonly keyword: string;
  readonly variants?: readonly StatementForm[];
}

/** A statement that can be written in the given ways, the most common one first. */
export function statementOf(keyword: string, first: StatementForm, ...others: readonly StatementForm[]): Statement {
  if (others.length === 0) {
    return { keyword, ...first };
  }
  const variants = [first, ...others];
  return {
    keyword,
    ...first,
    family: others.every(({ family }) => family === first.family) ? first.family : 'both',
    places4: [...new Set(variants.flatMap((form) => form.places4))],
    places6: [...new Set(variants.flatMap((form) => form.places6))],
    variants,
  };
}

/** A form for which both servers have the same places, and which means something wherever it may stand. */
export function declaration(shape: string, places: readonly Place[], help: string): StatementForm {
  return { ...parameter(shape, places, help), kind: 'declaration' };
}

export function parameter(shape: string, places: readonly Place[], help: string): StatementForm {
  return {
    kind: 'parameter',
    arguments: shape,
    family: 'both',
    places4: places,
    places6: places,
    effect: 'everywhere',
    help,
  };
}

export function executable(shape: string, places: readonly Place[], help: string): StatementForm {
  return { ...parameter(shape, places, help), kind: 'executable' };
}

export function definition(shape: string, help: string): StatementForm {
  return { ...parameter(shape, ['global'], help), kind: 'definition' };
}

/** The same form for the DHCPv4 server alone: the other one refuses it. */
export function only4(form: StatementForm): StatementForm {
  return { ...form, family: 4, places6: [] };
}

/** The same form for the DHCPv6 server alone: the other one refuses it. */
export function only6(form: StatementForm): StatementForm {
  return { ...form, family: 6, places4: [] };
}

/** The same form, read by both servers and used by one. */
export function usedBy(family: 4 | 6, form: StatementForm): StatementForm {
  return { ...form, family };
}

/** The same form, which means something only in some of its places. */
export function effective(effect: Effect, form: StatementForm): StatementForm {
  return { ...form, effect };
}
