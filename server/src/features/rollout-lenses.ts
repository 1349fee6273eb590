import type { Device } from '../igel/devices.ts';
import type { Rollout } from '../igel/rollout.ts';
import { SERVER_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { ClientClass } from '../model/client-class.ts';
import type { OptionValue } from '../model/option.ts';
import type { Span } from '../model/span.ts';
import { igelSpaces, isForIgel } from '../rules/igel-names.ts';
import type { Place } from '../wire/place.ts';
import { handsOutAddresses } from '../wire/place.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { cellOf, decidedAt, type RolloutCell, sameEnd } from './rollout-cell.ts';
import { grouped, placeAt } from './rollout-table.ts';
import { rolloutWords, versionsAmong } from './rollout-words.ts';

/** A line of words above a declaration. */
export interface RolloutLens {
  readonly at: Span;
  /** Worked out when it is shown. */
  readonly words: () => string;
}

/**
 * Who ends where, at each subnet, at its pools instead where they differ, or at the shared network where all in it is alike; and whom
 * the classes for IGEL OS hold, and for whom decides what is set for all.
 */
export function rolloutLenses<F>(unit: OpenUnit<F>, rollout: Rollout): readonly RolloutLens[] {
  return new Lenses(rollout, refusalOf(unit)).all();
}

/** A place with what each device of the fleet comes to in it. */
interface Row {
  readonly place: Place;
  readonly cells: readonly RolloutCell[];
}

class Lenses {
  readonly #rollout: Rollout;
  readonly #refusal: Refusal | undefined;
  readonly #rows: readonly Row[];

  constructor(rollout: Rollout, refusal: Refusal | undefined) {
    const devices = rollout.fleet.flat();
    const { model, places } = rollout.server;
    this.#rollout = rollout;
    this.#refusal = refusal;
    this.#rows = places.filter(handsOutAddresses).map((place) => ({
      place,
      cells: devices.map((device) => cellOf(model, device, rollout.cell(place, device).reply, place)),
    }));
  }

  all(): readonly RolloutLens[] {
    const { model } = this.#rollout.server;
    if (model.family === 6) return [];
    return [
      ...grouped(this.#rows, (a, b) => a.place.network === b.place.network).flatMap((rows) => this.#ofNetwork(rows)),
      ...model.classes.filter(isClassForIgel).map((of) => this.#ofClass(of)),
      ...this.#globalValues().map((value) => this.#ofValue(value)),
    ];
  }

  #ofNetwork(rows: readonly Row[]): readonly RolloutLens[] {
    const subnets = grouped(rows, (a, b) => a.place.subnet === b.place.subnet);
    const network = rows[0]?.place.network;
    if (network?.kind === 'shared-network' && subnets.length > 1 && areAlike(rows)) return this.#lens(network.at, rows);
    return subnets.flatMap((inside) => {
      if (areAlike(inside)) return this.#lens(inside[0] && placeAt(inside[0].place, false), inside);
      return grouped(inside, (a, b) => placeAt(a.place, true) === placeAt(b.place, true)).flatMap((pool) =>
        this.#lens(pool[0] && placeAt(pool[0].place, true), pool),
      );
    });
  }

  /** One for rows that are alike. */
  #lens(at: Span | undefined, [row]: readonly Row[]): readonly RolloutLens[] {
    return at && row ? [this.#saying(at, () => rolloutWords(row.cells))] : [];
  }

  /** While the server cannot start, nothing else counts. */
  #saying(at: Span, words: () => string): RolloutLens {
    const refusal = this.#refusal;
    return {
      at,
      words: refusal ? () => `IGEL OS: none, since ${refusal.server} does not start with this file` : words,
    };
  }

  #ofClass(of: ClientClass): RolloutLens {
    return this.#saying(of.scope.at, () => {
      const held = this.#rows.map(({ place, cells }) => ({
        place,
        cells: cells.filter(({ device }) => this.#isIn(of, place, device)),
      }));
      const rows = held.filter(({ cells }) => cells.length > 0);
      const [first] = rows;
      if (!first) return 'No IGEL OS comes into this class';
      if (areAlike(rows)) return rolloutWords(first.cells);
      return `Holds IGEL OS ${this.#versions(rows.map(({ cells }) => cells))}, which ends differently from place to place`;
    });
  }

  #isIn({ scope, laterScopes }: ClientClass, place: Place, device: Device): boolean {
    const { classes } = this.#rollout.cell(place, device).reply;
    return classes.some((one) => one.scope === scope || laterScopes.includes(one.scope));
  }

  #versions(rows: readonly (readonly RolloutCell[])[]): string {
    return versionsAmong(this.#rollout.fleet.flat(), new Set(rows.flat().map(({ device }) => device)));
  }

  /** What names a UMS for all clients, in 224 or in 43. */
  #globalValues(): readonly OptionValue[] {
    const { model } = this.#rollout.server;
    const spaces = igelSpaces(model);
    return model.values.filter(
      ({ scope, space, code }) =>
        scope.kind === 'global' &&
        (space === model.mainSpace
          ? code === SERVER_CODE || code === VENDOR_CODE
          : code === SERVER_CODE && spaces.has(space)),
    );
  }

  #ofValue(value: OptionValue): RolloutLens {
    return this.#saying(value.at, () => {
      const rows = this.#rows.map(({ cells }) =>
        cells.filter((cell) => cell.told.server && isAt(decidedAt(cell), value.at)),
      );
      const deciding = rows.filter((cells) => cells.length > 0);
      const [first] = deciding;
      if (!first) return 'Decides for no IGEL OS';
      const parts = `Decides for IGEL OS ${this.#versions(deciding)}`;
      return deciding.length === rows.length ? parts : `${parts} in ${deciding.length} of ${rows.length} places`;
    });
  }
}

const areAlike = ([first, ...others]: readonly Row[]): boolean =>
  others.every(
    ({ cells }) => cells.length === first?.cells.length && cells.every((cell, i) => sameEnd(cell, first.cells[i])),
  );

const isClassForIgel = ({ scope, subclasses }: ClientClass): boolean =>
  isForIgel(scope) || subclasses.some((one) => one.scope && isForIgel(one.scope));

const isAt = (at: Span | undefined, other: Span): boolean => at?.anchor === other.anchor && at.start === other.start;
