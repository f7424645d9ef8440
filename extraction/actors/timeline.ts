import { firstFrom } from "../first-from.ts";
import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";
import type { Entity } from "./entity.ts";

/** A place that means somebody: a name, or a source that was resolved. */
export interface Mention {
  readonly span: Span;
  readonly entity: Entity;
  /** Whether a finite verb follows: the one whom the next sentence's "she" most likely means. */
  readonly subject: boolean;
}

/** How many mentions back anything is looked for; it keeps the time linear in the length of the article. */
const mostMentions = 400;

/**
 * Who was mentioned where, for the reporter's next "he". Names are known from the start; sources that are pronouns or
 * descriptions are noted as they are resolved. The two are kept apart, since putting a mention in the middle of a
 * long list costs the length of the list.
 */
export class Timeline {
  readonly #named: readonly Mention[];
  readonly #noted: Mention[] = [];
  /** What was asked for last: several questions about one place follow one another. */
  #last: { readonly at: number; readonly since: number; readonly found: readonly Mention[] } | null = null;

  /** Both in order of place. A name inside a quotation is left out: the reporter's next "he" does not mean it. */
  constructor(names: readonly Mention[], quotations: readonly Quotation[]) {
    this.#named = outside(names, quotations);
  }

  /** The mentions that start before `at` and not before `since` (code units), in order of place, 400 at most. */
  before(at: number, since = 0): readonly Mention[] {
    if (this.#last?.at === at && this.#last.since === since) return this.#last.found;
    const found: Mention[] = [];
    let named = firstFrom(this.#named, at, startOf) - 1;
    let noted = firstFrom(this.#noted, at, startOf) - 1;
    while (found.length < mostMentions) {
      const name = this.#named[named];
      const note = this.#noted[noted];
      const later = name && (!note || startOf(name) >= startOf(note)) ? name : note;
      if (!later || startOf(later) < since) break;
      if (later === name) named--;
      else noted--;
      found.push(later);
    }
    found.reverse();
    this.#last = { at, since, found };
    return found;
  }

  /** The names outside quotations that start from `since` on and before `until` (code units), in order of place. */
  named(since: number, until: number): readonly Mention[] {
    const first = firstFrom(this.#named, since, startOf);
    return this.#named.slice(first, Math.min(firstFrom(this.#named, until, startOf), first + mostMentions));
  }

  /** Notes a resolved source, and says whether it was new: a source with the name inside was there already. */
  note(span: Span, entity: Entity): boolean {
    if (means(this.#named, span, entity) || means(this.#noted, span, entity)) return false;
    this.#last = null;
    let at = this.#noted.length;
    // Sources come in reading order but for a few, so the place is near the end.
    while (at > 0 && (this.#noted[at - 1]?.span[0] ?? 0) >= span[0]) at--;
    this.#noted.splice(at, 0, { span, entity, subject: true });
    return true;
  }
}

const startOf = ({ span }: Mention): number => span[0];

/** Whether a mention that starts inside `span` means the entity. */
function means(mentions: readonly Mention[], span: Span, entity: Entity): boolean {
  for (let at = firstFrom(mentions, span[0], startOf); at < mentions.length; at++) {
    const mention = mentions[at];
    if (!mention || startOf(mention) >= span[1]) return false;
    if (mention.entity === entity) return true;
  }
  return false;
}

/** The mentions that no quotation covers; both lists are in order. */
function outside(mentions: readonly Mention[], quotations: readonly Quotation[]): Mention[] {
  let next = 0;
  return mentions.filter(({ span }) => {
    while ((quotations[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= span[0]) next++;
    const quotation = quotations[next];
    return !quotation || span[0] < quotation.span[0];
  });
}
