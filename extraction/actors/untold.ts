import epithetList from "../lexicons/person-epithets.json" with { type: "json" };
import selfEvidentList from "../lexicons/self-evident-bodies.json" with { type: "json" };
import { isRoleNoun, isRoleNounWord } from "../roles/noun-complement.ts";
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic, isDeterminer, isPossessive } from "../tokens/word-classes.ts";
import { isPlural } from "./describe.ts";
import { partyOf } from "./party.ts";
import { holderTest } from "./role-holder.ts";
import type { Scene } from "./scene.ts";
import { headNoun, isArtefactNoun, isOrganizationNoun, isUnnamedNoun } from "./source-kind.ts";

/** "The billionaire", "the front-runner" */
const epithets = wordSet(epithetList);

const selfEvident = wordSet(selfEvidentList);

/** A source that names nobody. */
interface Description {
  readonly span: Span;
  readonly tokens: readonly Token[];
  /** The part of it that says who it is, and the last noun of that. */
  readonly head: readonly Token[];
  readonly noun: string;
}

/** Whether a description stands for somebody whom the article names, and nothing tells for whom. */
export const isUntold = (scene: Scene, description: Description): boolean =>
  isPair(description.head) ||
  isRoleOfSomebody(scene, description.head, description.noun) ||
  areNamed(scene, description) ||
  isForetold(scene, description.span, description.tokens, description.noun) ||
  isHeadline(scene, description) ||
  isBare(scene, description.tokens, description.noun);

/** "Both men", "the two leaders": a pair that was mentioned, of which the phrase does not say whom. */
export const isPair = (head: readonly Token[]): boolean =>
  head[0]?.lower === "both" ||
  (isDefinite(head) && (head[1]?.lower === "two" || ["pair", "duo"].includes(headNoun(head))));

/** "the minister", "that senator", "Connecticut's tax commissioner"; not "the aides", who are many. */
export const isDefinite = (head: readonly Token[]): boolean =>
  ["the", "this", "that", "these", "those"].includes(
    head[["all", "both"].includes(head[0]?.lower ?? "") ? 1 : 0]?.lower ?? "",
  );

/**
 * "The senator" who is nobody that the article has called one: somebody whom it names and this engine cannot tell. "The
 * official", "the spokesman" may well have no name.
 */
const isRoleOfSomebody = ({ cast, author }: Scene, head: readonly Token[], noun: string): boolean =>
  head[0]?.lower === "the" &&
  (isRoleNoun(head.at(-1)) || epithets.has(noun) || partyOf(noun) !== null) &&
  !isUnnamedNoun(noun) &&
  cast.entities.some((entity) => entity.type === "person" && entity !== author);

/** "The senators", "his lawyer" where the article names senators, or a lawyer. */
const areNamed = ({ cast }: Scene, { tokens, head, noun }: Description): boolean => {
  const role = noun.replace(/s$/u, "");
  if (!isRoleNounWord(role)) return false;
  const holders = cast.entities.filter(holderTest(head, role)).length;
  return isPlural(noun) ? head[0]?.lower === "the" && holders > 1 : isOwned(tokens, head) && holders > 0;
};

/** The most words of a headline's subject that the article will name. */
const mostWords = 3;

/** "Poll", "House panel" in the headline, without an article: what the text goes on to name. */
const isHeadline = ({ units }: Scene, { span, tokens, noun }: Description): boolean =>
  span[0] < (units[0]?.span[1] ?? 0) &&
  tokens.length <= mostWords &&
  tokens.every(({ kind }) => kind === "word") &&
  !tokens.some(isDeterminer) &&
  !isPlural(noun) &&
  !isUnnamedNoun(noun) &&
  !selfEvident.has(noun);

/** "A judge", "a union", a lone "bloc" in the lead is somebody whom the article will name, and nothing tells whom. */
const isForetold = (scene: Scene, span: Span, tokens: readonly Token[], noun: string): boolean =>
  isLead(scene, span) &&
  (isRoleNounWord(noun) ||
    isOrganizationNoun(noun) ||
    (tokens.length === 1 && !isPlural(noun) && !selfEvident.has(noun) && !isArtefactNoun(noun))) &&
  !isUnnamedNoun(noun);

/** "The film", "the bank", with nothing that says which, where nothing before is called so; of many ("the residents") it says all. */
const isBare = ({ cast, author }: Scene, tokens: readonly Token[], noun: string): boolean =>
  tokens.length === 2 &&
  isDefinite(tokens) &&
  !isPlural(noun) &&
  !selfEvident.has(noun) &&
  !isUnnamedNoun(noun) &&
  cast.entities.some((entity) => entity.type === "person" && entity !== author);

/** "Karsia's tax commissioner": the possessor stands before the head. */
export const isOwned = (tokens: readonly Token[], head: readonly Token[]): boolean =>
  isPossessive(head[0]) || tokens.some((token, at) => token === head[0] && isClitic(tokens[at - 1]));

/** Whether a place is among the first words of the article, where people are introduced by what they are. */
export const isLead = ({ units }: Scene, span: Span): boolean => span[0] < (units[2]?.span[1] ?? 0);
