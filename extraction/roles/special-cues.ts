import nounList from "../lexicons/reporting-nouns.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isAdverb, isClitic, isContentWord, isPossessive } from "../tokens/word-classes.ts";
import type { Attributed } from "./attribute-cue.ts";
import { contentBefore, contentFrom, quotationsIn, spanOf } from "./content.ts";
import { reportingVerbs } from "./reporting-verbs.ts";
import type { RoleSet } from "./role-set.ts";
import { type Phrase, phraseEndingAt, phraseStartingAt } from "./source-phrase.ts";
import { passTail } from "./tail.ts";

const reportingNouns = wordSet(nounList);

/** Assembles what the special cues have in common: every one asserts, none is negated. */
function attributed(
  tokens: readonly Token[],
  parts: {
    source: Phrase | null;
    cue: Phrase;
    content: readonly Phrase[];
    rule: RoleSet["rule"];
    act?: RoleSet["act"];
  },
): Attributed {
  const last = Math.max(parts.cue.last, parts.source?.last ?? 0, parts.content.at(-1)?.last ?? 0);
  return {
    roles: {
      source: parts.source && spanOf(tokens, parts.source),
      cue: spanOf(tokens, parts.cue),
      content: parts.content.map((part) => spanOf(tokens, part)),
      quotations: parts.content.flatMap((part) => quotationsIn(tokens, part)),
      act: parts.act ?? "assert",
      negated: false,
      rule: parts.rule,
    },
    resumeAt: last + 1,
  };
}

/** "According to X, …", "…, according to X": the source follows, the content is the rest of the clause. */
export function accordingTo(tokens: readonly Token[], at: number, floor: number): Attributed | null {
  if (tokens[at]?.lower !== "according" || tokens[at + 1]?.lower !== "to") return null;
  const source = phraseStartingAt(tokens, at + 2);
  if (!source) return null;
  const cue = { first: at, last: at + 1 };
  const content: Phrase[] = [];
  const boundary = tokens[at - 1];
  const leading = at === floor || boundary === undefined;
  if (!leading) {
    const before =
      boundary?.text === "," || boundary?.quotation
        ? contentBefore(tokens, at - 1, floor)
        : { first: skipConnective(tokens, floor), last: at - 1 };
    if (before && before.first <= before.last) content.push(before);
  }
  const comma = tokens[source.last]?.text === "," ? source.last : source.last + 1;
  if (tokens[comma]?.text === ",") {
    const after = contentFrom(tokens, comma + 1);
    const opensAnew = ["and", "but", "which", "who", "while", "as", "though", "although"].includes(
      tokens[comma + 1]?.lower ?? "",
    );
    if (after && (leading || !opensAnew)) content.push(after);
  }
  return content.length > 0 ? attributed(tokens, { source, cue, content, rule: "according-to" }) : null;
}

const skipConnective = (tokens: readonly Token[], at: number): number =>
  ["and", "but", "yet"].includes(tokens[at]?.lower ?? "") || tokens[at]?.text === "," ? at + 1 : at;

/** "her warning that …", "Ferrin's promise to …": the possessor is the source, the noun the cue. */
export function nounCue(tokens: readonly Token[], at: number, floor: number): Attributed | null {
  const token = tokens[at];
  if (!token || token.kind !== "word" || !reportingNouns.has(token.lower)) return null;
  const opening = tokens[at + 1];
  if (!opening || !(opening.lower === "that" || opening.lower === "to" || opening.quotation)) return null;
  let first = at;
  while (
    first - 1 >= floor &&
    isContentWord(tokens[first - 1]) &&
    !/^\p{Lu}/u.test(tokens[first - 1]?.text ?? "")
  )
    first--;
  const owner = tokens[first - 1];
  const source = isPossessive(owner)
    ? { first: first - 1, last: first - 1 }
    : isClitic(owner)
      ? withClitic(phraseEndingAt(tokens, first - 2, floor), first - 1)
      : null;
  if (!source) return null;
  const content = contentFrom(tokens, at + 1);
  const act = reportingVerbs(token.lower)[0]?.act;
  return (
    content &&
    attributed(tokens, {
      source,
      cue: { first, last: at },
      content: [content],
      rule: "noun-cue",
      ...(act && { act }),
    })
  );
}

const withClitic = (phrase: Phrase | null, last: number): Phrase | null =>
  phrase && { first: phrase.first, last };

const impersonalVerbs = new Set([
  "rumored",
  "rumoured",
  "reported",
  "believed",
  "said",
  "alleged",
  "feared",
  "thought",
  "claimed",
  "suggested",
  "announced",
  "understood",
  "expected",
  "estimated",
  "whispered",
  "argued",
]);

/** "In the view of the party, …", "In her words, “…”": an opinion or wording with its owner, before what it is. */
export function inTheViewOf(tokens: readonly Token[], at: number, floor: number): Attributed | null {
  if (tokens[at]?.lower !== "in" || at !== floor) return null;
  const owned = isPossessive(tokens[at + 1]);
  const noun = tokens.findIndex((token, index) => index > at && index < at + 6 && viewNouns.has(token.lower));
  if (noun < 0) return null;
  const source = owned
    ? { first: at + 1, last: at + 1 }
    : tokens[noun + 1]?.lower === "of"
      ? phraseStartingAt(tokens, noun + 2, false)
      : isClitic(tokens[noun - 1])
        ? withClitic(phraseEndingAt(tokens, noun - 2, at + 1), noun - 1)
        : null;
  if (!source) return null;
  const end = Math.max(source.last, noun);
  const content =
    tokens[end + 1]?.text === "," || tokens[end + 1]?.quotation
      ? contentFrom(tokens, tokens[end + 1]?.quotation ? end + 1 : end + 2)
      : null;
  const cue = source.last > noun ? { first: at, last: noun + 1 } : { first: noun, last: noun };
  return content && attributed(tokens, { source, cue, content: [content], rule: "noun-cue", act: "believe" });
}

const viewNouns = new Set([
  "view",
  "opinion",
  "words",
  "eyes",
  "account",
  "telling",
  "judgement",
  "judgment",
]);

/** "It was rumoured that …": a cue without a source. */
export function impersonal(tokens: readonly Token[], at: number): Attributed | null {
  const token = tokens[at];
  if (
    token &&
    ["rumor", "rumour"].includes(token.lower) &&
    tokens[at + 2]?.lower === "it" &&
    tokens[at + 3]?.lower === "that"
  ) {
    const rumour = contentFrom(tokens, at + 3);
    return (
      rumour &&
      attributed(tokens, {
        source: null,
        cue: { first: at, last: at + 2 },
        content: [rumour],
        rule: "impersonal",
        act: "believe",
      })
    );
  }
  if (!token || !impersonalVerbs.has(token.lower)) return null;
  if (tokens[at + 1]?.lower === "to") return saidToBe(tokens, at);
  const { next } = passTail(tokens, at + 1, false);
  if (tokens[next]?.lower !== "that") return null;
  let first = at - 1;
  while (isAdverb(tokens[first])) first--;
  while (["is", "was", "been", "has", "had", "being"].includes(tokens[first]?.lower ?? "")) first--;
  if (tokens[first]?.lower !== "it" || first === at - 1) return null;
  const content = contentFrom(tokens, next);
  return (
    content &&
    attributed(tokens, {
      source: null,
      cue: { first, last: at },
      content: [content],
      rule: "impersonal",
      act: "believe",
    })
  );
}

/** "Mr. Crewe is said to be abroad": the subject and the infinitive together are what is said. */
function saidToBe(tokens: readonly Token[], at: number): Attributed | null {
  let first = at;
  while (
    isAdverb(tokens[first - 1]) ||
    ["is", "are", "was", "were", "been", "has", "have", "had"].includes(tokens[first - 1]?.lower ?? "")
  )
    first--;
  if (!["is", "are", "was", "were", "been"].includes(tokens[at - 1]?.lower ?? "")) return null;
  const subject = phraseEndingAt(tokens, first - 1, 0);
  const rest = contentFrom(tokens, at + 1);
  return (
    subject &&
    rest &&
    attributed(tokens, {
      source: null,
      cue: { first, last: at },
      content: [subject, rest],
      rule: "impersonal",
      act: "believe",
    })
  );
}

/** "Mayor Odell: “…”": a name, a colon and a quotation, with nothing else. */
export function colonCue(tokens: readonly Token[], floor: number): Attributed | null {
  // "From Mayor Odell:", "Statement from Dr. Okafor:"
  const opener = [floor, floor + 1].find((at) => tokens[at]?.lower === "from");
  const from = opener === undefined ? floor : opener + 1;
  const source = phraseStartingAt(tokens, from);
  if (!source) return null;
  const colon = source.last + 1;
  if (tokens[colon]?.text !== ":" || !tokens[colon + 1]?.quotation) return null;
  const content = contentFrom(tokens, colon + 1);
  return (
    content &&
    attributed(tokens, {
      source,
      cue: opener === undefined ? { first: colon, last: colon } : { first: floor, last: opener },
      content: [content],
      rule: "colon",
    })
  );
}

/** "“…” — Ana Ruiz": a quotation, a dash and a name at the end. */
export function dashedName(tokens: readonly Token[], floor: number): Attributed | null {
  const dash = tokens.findIndex((token, index) => index > floor && /^[—–-]$/u.test(token.text));
  if (dash < 0 || !tokens[dash - 1]?.quotation || dash - 1 !== floor) return null;
  const source = phraseStartingAt(tokens, dash + 1);
  if (!source || source.last < tokens.length - 2 || !/^\p{Lu}/u.test(tokens[dash + 1]?.text ?? ""))
    return null;
  return attributed(tokens, {
    source,
    cue: { first: dash, last: dash },
    content: [{ first: floor, last: dash - 1 }],
    rule: "name-below-quotation",
  });
}
