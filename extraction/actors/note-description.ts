import courtesyList from "../lexicons/courtesy-titles.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import type { Entity } from "./entity.ts";
import { genderOf } from "./gender.ts";
import { homeOf } from "./home.ts";
import type { NameRun } from "./name-run.ts";
import { partyOf } from "./party.ts";
import { roleAfter, roleBefore } from "./role-description.ts";

const courtesyTitles = wordSet(courtesyList);

/** Notes on the entity the title, role and gender that stand beside a name. */
export function noteDescription(text: string, entity: Entity, run: NameRun, tokens: readonly Token[]): void {
  const before = roleBefore(text, tokens, run);
  const after = roleAfter(text, tokens, run);
  const title =
    run.title && !courtesyTitles.has(run.title.toLowerCase().replace(/\.$/u, "")) ? run.title : null;
  if (title) noteRole(entity, title);
  if (before) noteRole(entity, before);
  if (after) noteRole(entity, after);
  if (entity.type !== "person") return;
  const behind = tokens[run.last + 1]?.text === "(" ? tokens[run.last + 2]?.text : null;
  entity.party ??= partyIn(run.title) ?? partyIn(before) ?? partyIn(after) ?? partyIn(behind);
  entity.home ??= homeOf(tokens, run);
  if (
    title ||
    before ||
    after ||
    (tokens[run.last + 1]?.text === "," && showsPerson(tokens[run.last + 2], run))
  )
    entity.evident = true;
  // Few names have anything beside them that could tell, and then only the first name does.
  const isBare = run.title === null && before === null && after === null;
  entity.gender ??= genderOf(
    isBare ? null : [run.title, before, after].filter((part) => part !== null).join(" "),
    entity.words[0],
  );
}

function noteRole({ roles }: Entity, role: string): void {
  const lower = role.toLowerCase();
  if (!roles.some((known) => known.toLowerCase() === lower)) roles.push(role);
}

const partyIn = (words: string | null | undefined): string | null => (words ? partyOf(words) : null);

/** An age, or "who" after a name of two words or more, behind the comma. */
const showsPerson = (token: Token | undefined, { words }: NameRun): boolean =>
  token?.kind === "number" || (words.length > 1 && ["who", "whose"].includes(token?.lower ?? ""));
