import type { Token } from "../tokens/token.ts";
import { isClitic } from "../tokens/word-classes.ts";
import { newEntity } from "./entity.ts";
import { isSuffix } from "./fullest-name.ts";
import { nameRuns } from "./name-run.ts";
import type { Resolution } from "./resolution.ts";
import { whoOfOneName } from "./same-name.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/** Nouns for the body around a person that is called by the person's name; a closed choice of political news. */
const bodies = new Set(["administration", "campaign", "team"]);

/** "Ana Ruiz's campaign", "the Ruiz campaign": one body, called by the surname. `null` for any other source. */
export function campaignOf(scene: Scene, tokens: readonly Token[]): Resolution | null {
  const last = tokens.at(-1);
  if (!last || !bodies.has(last.lower)) return null;
  const run = nameRuns(tokens).findLast(({ words }) => words.length > 0);
  const behind = run && tokens.slice(run.last + 1, -1);
  if (!run || !behind?.every((token) => isClitic(token) || token.lower === "presidential")) return null;
  const leader = whoOfOneName(scene.roster.candidates(run), run, []);
  if (leader?.type !== "person") return null;
  const surname = leader.name.split(/\s+/u).findLast((word) => !isSuffix(word)) ?? leader.name;
  const name = `${surname} ${last.lower}`;
  const words = [surname.toLowerCase(), last.lower];
  const entity = scene.cast.once(slug(name), () => newEntity(slug(name), name, "organization", words));
  return { entity, rule: "organization-noun" };
}
