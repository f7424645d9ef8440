import type { Entity } from "./entity.ts";

/** The rules that resolve a source, by what the source is. */
export const actorRules = [
  "full-name",
  "surname",
  "name",
  "alias",
  "role",
  "organization-noun",
  "pronoun",
  "relative-pronoun",
  "description",
  "compound",
  "author",
  "interviewee",
  "same-speaker",
  "absent",
  "unresolved",
] as const;
export type ActorRule = (typeof actorRules)[number];

/** Whom a draft's words belong to, and how that was found. */
export interface Resolution {
  readonly entity: Entity | null;
  readonly rule: ActorRule;
}

/** No source is given. */
export const absent: Resolution = { entity: null, rule: "absent" };

/** A source is given, and nothing tells whom it means: better nobody than somebody wrong. */
export const unresolved: Resolution = { entity: null, rule: "unresolved" };
