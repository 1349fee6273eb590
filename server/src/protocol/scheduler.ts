import { describe, type Log, Overtaken } from './guard.ts';
import type { ServerRuntime } from './runtime.ts';

/** How long the server works at a stretch, in milliseconds: so long a keystroke may have to wait. */
const SLICE = 12;

/** A part of `CancellationToken`. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: (listener: () => void) => { dispose(): void };
}

interface Waiting {
  readonly ready: () => boolean;
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
}

/** Works in slices, and between them lets the editor have its say: what it says may make the rest of the work needless. */
export class Scheduler {
  readonly #runtime: ServerRuntime;
  /** Works until a time, and tells whether all is done. */
  readonly #work: (until: number, now: () => number) => boolean;
  /** Called after each slice. */
  readonly #worked: (done: boolean) => void;
  readonly #log: Log;
  #waiting: Waiting[] = [];
  #scheduled = false;

  constructor(
    runtime: ServerRuntime,
    work: (until: number, now: () => number) => boolean,
    worked: (done: boolean) => void,
    log: Log,
  ) {
    this.#runtime = runtime;
    this.#work = work;
    this.#worked = worked;
    this.#log = log;
  }

  /** Sees to it that work that has come up is done. */
  wake(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#runtime.soon(() => {
      this.#scheduled = false;
      try {
        this.slice();
      } catch (error) {
        // It is not tried again until something changes.
        this.#log.error(`work: ${describe(error)}`);
        for (const { fail } of this.#waiting.splice(0)) fail(error);
      }
    });
  }

  /** Works for a slice now. */
  slice(): void {
    const { now } = this.#runtime;
    const done = this.#work(now() + SLICE, now);
    if (!done) this.wake();
    for (const waiting of this.#waiting.filter(({ ready }) => ready())) {
      this.#drop(waiting);
      waiting.go();
    }
    this.#worked(done);
  }

  /** Waits until something is ready, working first. Throws {@link Overtaken} when the waiting is called off. */
  async until(ready: () => boolean, cancellation: Cancellation): Promise<void> {
    // What has just come up is looked at first, lest the beginning of a file be told before anything of it was read.
    if (this.#scheduled) this.slice();
    if (ready()) return;
    this.slice();
    if (ready()) return;
    if (cancellation.isCancellationRequested) throw new Overtaken();
    await new Promise<void>((go, fail) => {
      const waiting: Waiting = { ready, go, fail };
      this.#waiting.push(waiting);
      cancellation.onCancellationRequested(() => {
        this.#drop(waiting);
        fail(new Overtaken());
      });
    });
  }

  #drop(waiting: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting);
  }
}
