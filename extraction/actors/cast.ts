import type { KnownActors } from "../known-actors/known-actors.ts";
import type { Entity } from "./entity.ts";

/** Everybody in an article by id. Two who would have the same id are one: the id is all that a reader can tell them by. */
export class Cast {
  /** Whom the user knows before the article is read. */
  readonly known: KnownActors;
  readonly entities: Entity[] = [];
  /** By a noun the place that was last called by noun and name: Tarn for "city" after "the city of Tarn". */
  readonly places = new Map<string, Entity>();
  /** Who speaks as one, by the actor that they are together. */
  readonly members = new Map<Entity, readonly Entity[]>();
  readonly #byId = new Map<string, Entity>();

  constructor(known: KnownActors) {
    this.known = known;
  }

  /** Whether somebody has this id. */
  has(id: string): boolean {
    return this.#byId.has(id);
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
