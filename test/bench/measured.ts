/** How long something took, and how long it may take. */
export interface Measured {
  readonly what: string;
  readonly milliseconds: number;
  readonly most?: number;
}

export function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
