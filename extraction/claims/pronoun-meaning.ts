import type { Entity } from "../actors/entity.ts";
import { type Gender, genderOfPronoun } from "../actors/gender.ts";
import { pronounCandidates } from "../actors/pronoun-candidates.ts";
import type { Scene } from "../actors/scene.ts";
import type { Mention } from "../actors/timeline.ts";
import { firstFrom } from "../first-from.ts";
import { isRoleNounWord } from "../roles/noun-complement.ts";
import type { Unit } from "../roles/unit.ts";
import type { ClaimWord } from "./claim-word.ts";

/** Whose words a pronoun stands in, and where. */
export interface PronounPlace {
  readonly scene: Scene;
  /** Whose claim it is. */
  readonly actor: Entity | null;
  /** Where what its speaker says in quotation marks begins, before the claim; `null` where it is told. */
  readonly said: number | null;
}

/** The person whom "he" or "she" most likely means, who is not the speaker; `null` where nobody is likely enough. */
export function likeliestPerson(word: ClaimWord, { scene, actor, said }: PronounPlace): Entity | null {
  const unit = scene.units[unitAt(scene, word)];
  if (!unit) return null;
  const gender = genderOfPronoun(word.lower) ?? null;
  const inQuote = said ? personIn(said, word, gender, { scene, actor }) : undefined;
  if (inQuote !== undefined) return inQuote;
  const span = [word.start, word.end] as const;
  const pronoun = { span, unit, kind: "person", gender, asker: null, speaker: null } as const;
  // Who speaks in quotation marks is "I", not "he".
  const candidates = pronounCandidates(scene, pronoun).filter(({ entity }) => entity !== actor);
  return candidates.length > 0 ? (scene.choose(candidates, pronoun)?.entity ?? null) : null;
}

/** Index of the unit that a word stands in. */
const unitAt = ({ units }: Scene, { start }: ClaimWord): number => firstFrom(units, start + 1, startOf) - 1;

const startOf = ({ span }: Pick<Unit | Mention, "span">): number => span[0];

/**
 * The one person whom a speaker has named before the pronoun, the one whom they named without a name (`null`: that is a
 * guess), or nobody (`undefined`).
 */
function personIn(
  from: number,
  word: ClaimWord,
  gender: Gender | null,
  { scene, actor }: Pick<PronounPlace, "scene" | "actor">,
): Entity | null | undefined {
  const until = word.start;
  const { mentions } = scene.roster;
  const fitting: Mention[] = [];
  for (let at = firstFrom(mentions, from, startOf); at < mentions.length; at++) {
    const mention = mentions[at];
    if (!mention || mention.span[1] > until) break;
    const { entity } = mention;
    if (entity.type === "person" && entity !== actor && (entity.gender ?? gender) === gender)
      fitting.push(mention);
  }
  const last = fitting.at(-1);
  const nameless = [...scene.text.slice(last?.span[1] ?? from, until).matchAll(/\ban? (\p{L}+)/gu)];
  if (nameless.some(([, noun = ""]) => isRoleNounWord(noun))) return null;
  return last && fitting.every(({ entity }) => entity === last.entity) ? last.entity : undefined;
}

/** "It" at the head of a sentence: the body that the sentence before is about. */
export function bodyBefore(word: ClaimWord, scene: Scene): Entity | null {
  const at = unitAt(scene, word);
  const before = scene.units[word.start - (scene.units[at]?.span[0] ?? 0) > 2 ? at : at - 1];
  if (!before || isQuoted(word, scene.text)) return null;
  const [mention] = scene.timeline.named(before.span[0], word.start);
  if (!mention || mention.span[0] - before.span[0] > 4) return null;
  const { type, evident, thing } = mention.entity;
  return type === "person" && evident && !thing ? null : mention.entity;
}

const isQuoted = ({ start }: ClaimWord, text: string): boolean =>
  /["“«„‘]\s*$/u.test(text.slice(Math.max(0, start - 3), start));
