import type { Actor, Attribution, Claim, Extraction, Quote } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import { goldArticleSchema } from "#training/gold/gold-article.ts";
import { locateGold } from "#training/gold/locate-gold.ts";
import { plainFact } from "../claim-fields.ts";

/** An article of three sentences, small enough to score by hand. */
export const text = [
  "“It will rain,” said Ada Pole.",
  "Officials denied that the “rain tax” was dead.",
  "The town of Wick has 900 roofs.",
].join("\n\n");

/** What people would find in it. */
export const gold = locateGold(
  "small",
  text,
  goldArticleSchema.parse({
    title: null,
    authors: [],
    published: null,
    actors: [
      { name: "Ada Pole", type: "person" },
      { name: "Officials", type: "unnamed" },
    ],
    attributions: [
      {
        source: ["Ada Pole"],
        cue: ["said"],
        content: ["“It will rain,”"],
        form: "direct",
        actor: "Ada Pole",
      },
      {
        source: ["Officials"],
        cue: ["denied"],
        content: ["that the “rain tax” was dead"],
        form: "indirect",
        actor: "Officials",
      },
    ],
    claims: ["The town of Wick has 900 roofs"],
    notAttributed: ["“rain tax”"],
    alsoNamed: ["Wick"],
  }),
);

/** The first place of some words in the article. */
export const at = (words: string): Span => {
  const start = text.indexOf(words);
  return [start, start + words.length];
};

/** An actor whose only mention is the name. */
export const actor = (name: string, type: Actor["type"] = "person"): Actor => ({
  id: name,
  name,
  type,
  roles: [],
  ids: {},
  mentions: [at(name)],
});

/** An attribution by the words of its parts; its id is its content. */
export const attribution = (
  actorName: string | null,
  source: string[],
  cue: string[],
  content: string[],
  form: Attribution["form"] = "indirect",
): Attribution => ({
  id: content.join(),
  source: source.map(at),
  cue: cue.map(at),
  content: content.map(at),
  form,
  actor: actorName,
  act: "assert",
  negated: false,
  hedged: false,
  confidence: 1,
  repeats: null,
  decidedBy: { roles: "test", actor: "test" },
});

/** A quotation by its words, which are its id too. */
export const quote = (words: string, actorName: string | null): Quote => ({
  id: words,
  text: words,
  span: at(words),
  attribution: words,
  actor: actorName,
});

/** A claim of the author’s by its words, which are its id too. */
export const claim = (words: string): Claim => ({
  id: words,
  content: [at(words)],
  attribution: null,
  actor: null,
  ...plainFact,
  checkWorthy: 0.5,
  statement: null,
  ambiguous: [],
  repeats: null,
});

/** An extraction with nothing in it but these parts. */
export const extraction = (parts: Partial<Extraction>): Extraction => ({
  title: null,
  byline: [],
  published: null,
  actors: [],
  attributions: [],
  claims: [],
  quotes: [],
  extractor: "test",
  ...parts,
});

/** What an engine that agrees with the gold in everything gives. */
export const perfect = extraction({
  actors: [actor("Ada Pole"), actor("Officials", "unnamed")],
  attributions: [
    attribution("Ada Pole", ["Ada Pole"], ["said"], ["“It will rain,”"], "direct"),
    attribution("Officials", ["Officials"], ["denied"], ["that the “rain tax” was dead"]),
  ],
  claims: [claim("The town of Wick has 900 roofs.")],
  quotes: [quote("It will rain,", "Ada Pole")],
});
