import type { Catalogue } from "./catalogue.ts";
import type { ObjectEvent } from "./object-event.ts";

const retryDelay = 1000;

/**
 * Delivers the events that were committed with their changes, in order, each at least once: an event leaves
 * the outbox when the receiver has taken it, and what a killed process left is delivered at the next start.
 */
export class Outbox {
  readonly #catalogue: Catalogue;
  readonly #deliver: (event: ObjectEvent) => Promise<void> | void;
  #running: Promise<void> = Promise.resolve();
  #busy = false;
  #closed = false;

  constructor(catalogue: Catalogue, deliver: (event: ObjectEvent) => Promise<void> | void) {
    this.#catalogue = catalogue;
    this.#deliver = deliver;
  }

  /** Starts to deliver what is there, if nothing is being delivered. */
  wake(): void {
    if (this.#closed || this.#busy) return;
    this.#busy = true;
    this.#running = this.#drain();
  }

  /** How many events wait. */
  get size(): number {
    return Number(this.#catalogue.get("SELECT COUNT(*) AS count FROM outbox")?.count);
  }

  /** Delivers no more; resolves when the delivery under way has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (!this.#closed) {
      const row = this.#catalogue.get("SELECT id, event FROM outbox ORDER BY id LIMIT 1");
      if (row === undefined) break;
      try {
        await this.#deliver(JSON.parse(String(row.event)) as ObjectEvent);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, retryDelay));
        continue;
      }
      this.#catalogue.run("DELETE FROM outbox WHERE id = ?", Number(row.id));
    }
    // In the same turn as the look that found nothing, so that no wake falls between the two.
    this.#busy = false;
  }
}
