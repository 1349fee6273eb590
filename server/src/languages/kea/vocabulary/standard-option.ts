import { type KeaType, readKeaType } from './kea-type.ts';

/** An option that Kea knows without an option-def. */
export interface StandardOption {
  readonly space: string;
  readonly code: number;
  readonly name: string;
  readonly type: KeaType;
  /** One line in sentence case, without a full stop. */
  readonly help: string;
  readonly since?: string;
  readonly until?: string;
}

interface More {
  readonly encapsulates?: string;
  readonly since?: string;
  readonly until?: string;
}

/** One line of a table of options: code, name, type in the short form of `readKeaType`, help. */
export type OptionRow = readonly [code: number, name: string, type: string, help: string, more?: More];

export const optionsOf = (space: string, rows: readonly OptionRow[]): readonly StandardOption[] =>
  rows.map(([code, name, type, help, { encapsulates, ...lifetime } = {}]) => ({
    space,
    code,
    name,
    type: readKeaType(type, encapsulates),
    help,
    ...lifetime,
  }));
