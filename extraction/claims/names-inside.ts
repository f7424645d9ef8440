import type { Entity } from "../actors/entity.ts";
import type { Scene } from "../actors/scene.ts";
import type { Mention } from "../actors/timeline.ts";
import { firstFrom } from "../first-from.ts";
import courtesyList from "../lexicons/courtesy-titles.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import { type ClaimWord, wordAt } from "./claim-word.ts";
import type { Rewording } from "./rewording.ts";

const courtesy = wordSet(courtesyList);

/** A name in a claim, by the index of its first word. */
export interface NameInside {
  readonly at: number;
  readonly entity: Entity;
}

/** Has a name that a reader knows without the article. */
export const isNamed = ({ id, type, name }: Entity): boolean =>
  !id.startsWith("unnamed-") && name !== "" && (type !== "author" || /\s/u.test(name));

/** The names in a claim; a part of a name is put down to be written in full, unless the claim has the full name. */
export function namesInside(words: readonly ClaimWord[], scene: Scene, found: Rewording[]): NameInside[] {
  const { mentions } = scene.roster;
  const named: NameInside[] = [];
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  for (let at = firstFrom(mentions, start, startOf); at < mentions.length; at++) {
    const mention = mentions[at];
    if (!mention || mention.span[1] > end) break;
    const index = wordAt(words, mention.span[0]);
    if (index < 0) continue;
    const { entity, span } = mention;
    const known = named.some((one) => one.entity === entity);
    named.push({ at: index, entity });
    if (!known && isPart(scene.text, mention) && isNamed(entity)) found.push({ span, words: entity.name });
  }
  return named;
}

const startOf = ({ span }: Mention): number => span[0];

/** Whether what is printed is some of a name's words, with a title perhaps. */
function isPart(text: string, { span, entity: { name } }: Mention): boolean {
  return (
    span[1] - span[0] < name.length &&
    text
      .slice(span[0], span[1])
      .split(/\s+/u)
      .every((word) => word.endsWith(".") || courtesy.has(word.toLowerCase()) || name.includes(word))
  );
}
