import type { Span } from "../span.ts";

/** Which attribution each character of an article belongs to: a character has one role in one attribution at most. */
export class Ownership {
  private readonly owners: Int32Array;

  /** `length` of the text, in UTF-16 code units. */
  constructor(length: number) {
    this.owners = new Int32Array(length).fill(-1);
  }

  /** Gives the characters of a span to an attribution, whoever had them. */
  take(owner: number, [start, end]: Span): void {
    this.owners.fill(owner, start, end);
  }

  /** Whether nobody owns any character of a span. */
  isFree([start, end]: Span): boolean {
    for (let at = start; at < end; at++) if (this.owners[at] !== -1) return false;
    return true;
  }

  /** Who owns most of some spans' characters, the first of equals; -1 for nobody. */
  mostOf(spans: readonly Span[]): number {
    let counts: Map<number, number> | null = null;
    for (const [start, end] of spans) {
      let next = start;
      for (let at = start; at < end; at = next) {
        const owner = this.owners[at] ?? -1;
        while (next < end && (this.owners[next] ?? -1) === owner) next++;
        if (owner < 0) continue;
        counts ??= new Map();
        counts.set(owner, (counts.get(owner) ?? 0) + next - at);
      }
    }
    if (counts === null) return -1;
    let most = -1;
    for (const [owner, count] of counts) if (most < 0 || count > (counts.get(most) ?? 0)) most = owner;
    return most;
  }

  /** Who owns the last owned character in a span; -1 for nobody. */
  lastIn([start, end]: Span): number {
    for (let at = end - 1; at >= start; at--) if (this.owners[at] !== -1) return this.owners[at] ?? -1;
    return -1;
  }

  /** Who owns the first owned character in a span; -1 for nobody. */
  firstIn([start, end]: Span): number {
    for (let at = start; at < end; at++) if (this.owners[at] !== -1) return this.owners[at] ?? -1;
    return -1;
  }
}
