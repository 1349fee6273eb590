import type { OptionValue } from '../model/option.ts';
import type { ParameterCodes } from '../model/server-policy.ts';
import type { Interpreter } from './interpreter.ts';
import { leaseTime } from './lease-time.ts';
import { LEASE_TIME } from './option-codes.ts';
import { valuesOf } from './option-state.ts';
import { type Data, FALSE, TRUE, type Truth, UNKNOWN, type Unknown } from './outcome.ts';
import type { Setting } from './setting.ts';
import type { Silence } from './silence.ts';
import { entryData } from './values.ts';

/** Reads server parameters as a run of statements has set them. */
export class Parameters {
  readonly #setting: Setting;
  readonly #run: Interpreter;

  constructor(setting: Setting, run: Interpreter) {
    this.#setting = setting;
    this.#run = run;
  }

  data(name: keyof ParameterCodes): Data {
    return entryData(this.#entry(name), this.#run.evaluator, true);
  }

  /** Undefined for one that is not set; one without a value counts as off. */
  flag(name: keyof ParameterCodes): boolean | undefined | Unknown {
    if (!this.#entry(name)) return undefined;
    const data = this.data(name);
    return data === UNKNOWN ? UNKNOWN : data?.[0] === 1;
  }

  /** The statement that set it. */
  value(name: keyof ParameterCodes): OptionValue | undefined {
    return valuesOf(this.#entry(name))[0];
  }

  #entry(name: keyof ParameterCodes) {
    const { parameterSpace, parameters } = this.#setting.policy;
    return this.#run.state.options.get(parameterSpace, parameters[name]);
  }
}

/** On which terms a client is served, decided before anything is made ready for it. */
export interface Terms {
  readonly silence: Silence | undefined;
  readonly answers: Truth;
  /** Seconds. */
  readonly time: number | Unknown;
}

/** @param seconds that a client must have asked for, before the statements of its host ran; null where that does not count */
export function termsOf(setting: Setting, run: Interpreter, hasHost: boolean, seconds: Data): Terms {
  const parameters = new Parameters(setting, run);
  const unknown = hasHost ? undefined : parameters.flag('unknownClients');
  const booting = parameters.flag('booting');
  const silence = ((): Silence | undefined => {
    const because = (reason: Silence['reason'], name: keyof ParameterCodes) => ({
      reason,
      at: parameters.value(name)?.at,
    });
    if (seconds instanceof Uint8Array && (seconds[0] ?? 0) > 0) return because('waits', 'minSeconds');
    if (unknown === false) return because('unknown-client', 'unknownClients');
    return booting === false ? because('booting-denied', 'booting') : undefined;
  })();
  const doubtful = seconds === UNKNOWN || unknown === UNKNOWN || booting === UNKNOWN;
  const time = leaseTime(
    {
      wanted: run.sent(setting.mainSpace, LEASE_TIME),
      default: parameters.data('defaultLeaseTime'),
      max: parameters.data('maxLeaseTime'),
      min: parameters.data('minLeaseTime'),
    },
    setting.policy.leaseTime,
  );
  return { silence, answers: silence ? FALSE : doubtful ? TRUE | FALSE : TRUE, time };
}
