import type { Entity } from "./entity.ts";

/** Everybody in an article by id. Two who would have the same id are one: the id is all that a reader can tell them by. */
export class Cast {
  readonly entities: Entity[] = [];
  readonly #byId = new Map<string, Entity>();

  /** Who has this id; `null` for nobody. */
  known(id: string): Entity | null {
    return this.#byId.get(id) ?? null;
  }

  /** Who has this id, made and entered where nobody has. `make` must give an entity with that id. */
  once(id: string, make: () => Entity): Entity {
    const known = this.#byId.get(id);
    if (known) return known;
    const made = make();
    this.#byId.set(id, made);
    this.entities.push(made);
    return made;
  }
}
