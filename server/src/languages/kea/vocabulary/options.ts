import { OPTIONS4 } from './options4.ts';
import { OPTIONS6 } from './options6.ts';
import type { StandardOption } from './standard-option.ts';
import { existsIn } from './version.ts';

/** The options of one family and version, by space and by name or code. */
class OptionTable {
  readonly all: readonly StandardOption[];
  readonly #byName = new Map<string, StandardOption>();
  readonly #byCode = new Map<string, StandardOption>();

  constructor(options: readonly StandardOption[]) {
    this.all = options;
    for (const option of options) {
      this.#byName.set(`${option.space} ${option.name}`, option);
      this.#byCode.set(`${option.space} ${option.code}`, option);
    }
  }

  /** Names are told apart by case. */
  byName(space: string, name: string): StandardOption | undefined {
    return this.#byName.get(`${space} ${name}`);
  }

  byCode(space: string, code: number): StandardOption | undefined {
    return this.#byCode.get(`${space} ${code}`);
  }
}

const TABLES = new Map<string, OptionTable>();

/** The options that a server of this version knows without a definition in the file. */
export function standardOptions(family: 4 | 6, version: string): OptionTable {
  const key = `${family} ${version}`;
  const known = TABLES.get(key);
  if (known) return known;
  const table = new OptionTable((family === 4 ? OPTIONS4 : OPTIONS6).filter((option) => existsIn(option, version)));
  TABLES.set(key, table);
  return table;
}
