/** How much time the invocation at hand has left; a process works off one invocation at a time. */
export type InvocationTime = {
  /** To be called first in each invocation, with Lambda's own clock. */
  begin(context: { getRemainingTimeInMillis(): number }): void;
  /** Milliseconds until the function is stopped; `null` outside an invocation. */
  remaining(): number | null;
};

/** A clock that nobody has set yet. */
export function invocationTime(): InvocationTime {
  let clock: (() => number) | null = null;
  return {
    begin(context) {
      clock = () => context.getRemainingTimeInMillis();
    },
    remaining: () => clock?.() ?? null,
  };
}

/**
 * Milliseconds that are kept for the end of an invocation: to say which messages failed, so that those that are
 * done do not come back with them.
 */
export const reservedForTheEnd = 2_000;

/** What was asked for would outlast the invocation. The message goes back to its queue whole and is done again. */
export class OutOfTimeError extends Error {
  override readonly name = "OutOfTimeError";
}

/** @throws OutOfTimeError where fewer than `needed` milliseconds are left before the end that is reserved */
export function requireTime(time: InvocationTime, needed: number, what: string): void {
  const remaining = time.remaining();
  if (remaining !== null && remaining - needed < reservedForTheEnd) {
    throw new OutOfTimeError(`no time left for ${what} (${Math.max(0, Math.floor(remaining))} ms)`);
  }
}
