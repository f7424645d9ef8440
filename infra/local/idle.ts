import type { EventSource } from "./event-sources/event-source.ts";

/** Milliseconds between two looks. */
const pause = 20;

/**
 * Settles when nothing moves, or once `closed` says so. What one source hands on may wake another: only a whole
 * second round in which nothing moved says idle.
 */
export async function untilIdle(
  sources: readonly EventSource[],
  quiet: () => boolean,
  closed: () => boolean,
): Promise<void> {
  for (let still = 0; still < 2 && !closed(); ) {
    const drained = quiet() ? await Promise.all(sources.map((source) => source.drained())) : [false];
    still = drained.every(Boolean) && quiet() ? still + 1 : 0;
    if (still < 2 && !closed()) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
