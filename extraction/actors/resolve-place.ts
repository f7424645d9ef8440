import type { Token } from "../tokens/token.ts";
import { isDeterminer } from "../tokens/word-classes.ts";
import { nameRuns } from "./name-run.ts";
import type { Resolution } from "./resolution.ts";
import { whoOfOneName } from "./same-name.ts";
import type { Scene } from "./scene.ts";

/** Nouns for places that are named behind "of"; a closed choice of kinds of places with a government. */
const kinds = new Set(["borough", "city", "county", "state", "town", "village"]);

/** "The city of Tarn", and later "the city": the place. `null` for any other source. */
export function placeOf(scene: Scene, tokens: readonly Token[]): Resolution | null {
  const at = isDeterminer(tokens[0]) ? 1 : 0;
  const kind = tokens[at]?.lower ?? "";
  if (!kinds.has(kind)) return null;
  const known = tokens.length === 2 && tokens[0]?.lower === "the" && scene.cast.places.get(kind);
  if (known) return { entity: known, rule: "description" };
  const run = nameRuns(tokens).at(-1);
  if (tokens[at + 1]?.lower !== "of" || run?.first !== at + 2 || run.last !== tokens.length - 1) return null;
  const entity = whoOfOneName(scene.roster.candidates(run), run);
  if (!entity || entity.type === "organization") return null;
  if (!entity.evident) entity.type = "place";
  scene.cast.places.set(kind, entity);
  return { entity, rule: "name" };
}
