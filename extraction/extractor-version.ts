import type { KnownActors } from "./known-actors/known-actors.ts";

/** Name and version of the package: what refuses an article that cannot be read, for which nothing else is asked. */
export const release = "onrecord/0.1.0";

/**
 * Name and version of everything that shapes a result: the package, the weights of its models and the user's known actors, as
 * `….model.HASH8.worth.HASH8.actors.HASH8`. It stands on every result, so that results of different extractors can be told apart and
 * made again. `model` is `null` where rules alone were at work.
 */
export const extractorWith = (model: string | null, { version }: KnownActors): string => {
  const learned = model === null ? "rules" : `model.${model}`;
  return version === null ? `${release}+${learned}` : `${release}+${learned}.actors.${version}`;
};
