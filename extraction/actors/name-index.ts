import { beginsWithCapital } from "../tokens/word-classes.ts";
import { isFirmName } from "./body-names.ts";
import type { Entity } from "./entity.ts";
import { surnameOf } from "./fullest-name.ts";
import { Surnames } from "./misspelt.ts";
import { isCommonOpener } from "./part-of-name.ts";
import { isOrganizationNoun } from "./source-kind.ts";
import { isThingName } from "./type-of-name.ts";

/** How many can share a surname before further ones are found by their full names only. */
const mostOfOneName = 40;

/** The words that lead to whom an article names, all in small letters. */
export class NameIndex {
  readonly #byWords = new Map<string, Entity[]>();
  /** Bodies by the last word of their names, which stands for them behind an article: "the Times". */
  readonly #byLastWord = new Map<string, Entity>();
  /** Bodies by the initials of their names. */
  readonly #byInitials = new Map<string, Entity>();
  /** Surnames of those who are surely people. */
  readonly #surnames = new Surnames();

  /** Everybody who is called so: by a full name, surname or first name. */
  called(key: string): readonly Entity[] {
    return this.#byWords.get(key) ?? [];
  }

  /** The body whose name ends in a word. */
  endingIn(word: string): Entity | undefined {
    return this.#byLastWord.get(word);
  }

  /** The body that has these initials. */
  initialled(initials: string): Entity | undefined {
    return this.#byInitials.get(initials);
  }

  /** Whose surname a word is, misspelt; `null` where it is nobody's. */
  misspelt(word: string): Entity | null {
    return this.#surnames.nearest(word);
  }

  /** Enters the initials of a body. */
  enterInitials(initials: string, entity: Entity): void {
    this.#byInitials.set(initials, entity);
  }

  /** Enters the ways in which a name is used again: whole, by its last word, its first, both. */
  enterName(written: readonly string[], words: readonly string[], entity: Entity): void {
    this.enter(words.join(" "), entity);
    const first = words[0] ?? "";
    const last = surnameOf(words);
    if (entity.type === "organization") {
      if (isFirmName(written) && !isCommonOpener(first)) this.enter(first, entity);
      if (words.length < 2) return;
      // "The House" is no White House.
      if (words.at(-1) !== "house") this.#byLastWord.set(words.at(-1) ?? "", entity);
      // "the Church" of a Church of somebody
      if (words[1] === "of" && !this.#byLastWord.has(words[0] ?? ""))
        this.#byLastWord.set(words[0] ?? "", entity);
      // "the Security Council" of the United Nations Security Council
      for (let from = 1; from < words.length - 1; from++) {
        const ending = words.slice(from);
        if (ending.some(isOrganizationNoun)) this.enter(ending.join(" "), entity);
      }
    }
    if (entity.type === "organization" || !entity.evident) {
      let initials = "";
      let count = 0;
      for (const word of written) {
        if (!beginsWithCapital(word)) continue;
        initials += word.charAt(0).toLowerCase();
        count++;
      }
      if (count > 1) this.#byInitials.set(initials, entity);
    }
    if (entity.type === "person" && words.length > 1 && !isThingName(words)) {
      this.enter(last, entity);
      this.enter(first, entity);
      if (entity.evident || words.length === 2) this.#surnames.add(last, entity);
      if (words.length > 2) {
        this.enter(`${first} ${last}`, entity);
        // "Chandler Van Voorhis" is Van Voorhis.
        for (let from = 1; from < words.length - 1; from++)
          if ((words[from]?.length ?? 0) > 1) this.enter(words.slice(from).join(" "), entity);
      }
    }
  }

  /** Enters one way of calling somebody, in small letters. */
  enter(key: string, entity: Entity): void {
    const list = this.#byWords.get(key);
    if (!list) this.#byWords.set(key, [entity]);
    else if (list.length < mostOfOneName && !list.includes(entity)) list.push(entity);
  }
}
