import type { Device } from './devices.ts';

/** The releases that neighbours of a fleet stand for: open below where the oldest are among them, and above where the newest are. */
export interface ReleaseRange {
  /** The lowest version; undefined where all that are older belong to it. */
  readonly from: Device | undefined;
  /** The highest version; undefined where all that are newer belong to it. */
  readonly to: Device | undefined;
}

/** @param devices the oldest first, not empty */
export function releaseRange(devices: readonly Device[]): ReleaseRange {
  const [first] = devices;
  const last = devices.at(-1);
  return {
    from: first?.age === 'option-224' ? undefined : first,
    to: last?.age === 'late-12' ? undefined : last,
  };
}
