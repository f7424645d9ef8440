import type { Entity } from "./entity.ts";
import { isFirstName } from "./first-name.ts";
import { isPlaceName } from "./place-names.ts";

/** The shortest word that is taken for another one misspelt, in code units. */
const shortest = 5;

/** How many surnames a word is compared with; it keeps the time linear. */
const mostSurnames = 60;

/** The surnames of an article's people, for words that are one of them misspelt. */
export class Surnames {
  /** `null` for a surname of several. */
  readonly #owners = new Map<string, Entity | null>();
  /** Words that were asked for and are nobody's. */
  readonly #others = new Set<string>();

  /** Adds the lower-cased surname of somebody who is a person as far as the name tells. */
  add(surname: string, entity: Entity): void {
    const owner = this.#owners.get(surname);
    if (owner !== undefined && owner !== entity) this.#owners.set(surname, null);
    else if (surname.length >= shortest && this.#owners.size < mostSurnames)
      this.#owners.set(surname, entity);
  }

  /**
   * Whose surname a lower-cased word is but for one letter left out, added, wrong or swapped with its neighbour, first and
   * last letter aside ("ferowby" for Ferrowby); `null` where it is nobody's, or several people's, or another word.
   */
  nearest(word: string): Entity | null {
    if (word.length < shortest || this.#others.has(word)) return null;
    const found = isFirstName(word) || isPlaceName(word) ? null : this.#find(word);
    if (!found) this.#others.add(word);
    return found;
  }

  #find(word: string): Entity | null {
    let found: Entity | null = null;
    for (const [surname, entity] of this.#owners) {
      if (!isNear(word, surname)) continue;
      if (found !== null || entity === null) return null;
      found = entity;
    }
    return found;
  }
}

function isNear(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  let start = 0;
  while (a[start] === b[start]) start++;
  let end = 0;
  while (a.at(-1 - end) === b.at(-1 - end) && end < Math.min(a.length, b.length) - start) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
