import type { Actor } from "../extraction.ts";
import { apart } from "../span.ts";
import type { Entity } from "./entity.ts";

/** An entity as it stands among the results; who is named in the text and has written it is its author. */
export const actorOf = (entity: Entity, author: Entity): Actor => ({
  id: entity.id,
  name: entity.name,
  type: entity === author ? "author" : entity.type,
  roles: [...entity.roles],
  ids: { ...entity.ids },
  mentions: apart(entity.mentions),
});
