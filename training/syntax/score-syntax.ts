import { analyseWords } from "#extraction/syntax/analyse.ts";
import { mentionsOf } from "#extraction/syntax/mentions.ts";
import { relationIndex } from "#extraction/syntax/relations.ts";
import type { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { tagIndex } from "#extraction/syntax/tags.ts";
import { splitWords } from "#extraction/syntax/words.ts";
import { goldMentions } from "./gold-mentions.ts";
import type { TreebankSentence } from "./treebank.ts";

/** How near the analysis of raw sentences comes to a treebank; all figures from 0 to 1. */
export interface SyntaxScore {
  /** F1 of words, by their places in the raw sentence. */
  readonly words: number;
  /** Share of right tags, heads (UAS) and heads with relations (LAS) at the treebank's own word borders, marks included. */
  readonly tags: number;
  /** Share of right lemmas, case aside. */
  readonly lemmas: number;
  readonly unlabelled: number;
  readonly labelled: number;
  /** F1 of mentions by exact words, and by head; share of right types among the heads found. */
  readonly mentions: number;
  readonly mentionHeads: number;
  readonly mentionTypes: number;
}

/** Scores a model on sentences of a treebank. */
export function scoreSyntax(sentences: readonly TreebankSentence[], model: SyntaxModel): SyntaxScore {
  const found = {
    words: 0,
    tags: 0,
    lemmas: 0,
    heads: 0,
    relations: 0,
    mentions: 0,
    mentionHeads: 0,
    types: 0,
  };
  const given = { words: 0, places: 0, mentions: 0, heads: 0 };
  const made = { words: 0, mentions: 0 };
  for (const sentence of sentences) {
    const { text, start, end, forms } = sentence;
    const words = splitWords(text, [0, text.length]);
    const places = new Set(Array.from(start, (from, at) => `${from} ${end[at]}`));
    given.places += places.size;
    made.words += words.length;
    for (let at = 0; at < words.length; at++)
      if (places.has(`${words.start[at]} ${words.end[at]}`)) found.words++;
    const parsed = analyseWords(text, { start, end, length: forms.length }, model);
    given.words += parsed.length;
    for (let word = 0; word < parsed.length; word++) {
      if (parsed.tag[word] === tagIndex(sentence.xpos[word] ?? "")) found.tags++;
      if (
        model.lemmas.lemmaOf(forms[word] ?? "", parsed.tag[word] ?? 0) ===
        sentence.lemmas[word]?.toLowerCase()
      )
        found.lemmas++;
      if (parsed.head[word] !== sentence.heads[word]) continue;
      found.heads++;
      if (parsed.relation[word] === relationIndex(sentence.relations[word] ?? "")) found.relations++;
    }
    const gold = goldMentions(sentence);
    const byPlace = new Set(gold.map(({ first, last }) => `${first} ${last}`));
    const byHead = new Map(gold.map(({ head, type }) => [head, type]));
    given.mentions += byPlace.size;
    given.heads += byHead.size;
    const mentions = mentionsOf(parsed, model);
    made.mentions += mentions.length;
    for (let at = 0; at < mentions.length; at++) {
      if (byPlace.has(`${mentions.first[at]} ${mentions.last[at]}`)) found.mentions++;
      const type = byHead.get(mentions.head[at] ?? -1);
      if (type === undefined) continue;
      found.mentionHeads++;
      if (type === mentions.type[at]) found.types++;
    }
  }
  const f1 = (right: number, a: number, b: number): number => (a + b === 0 ? 0 : (2 * right) / (a + b));
  return {
    words: f1(found.words, given.places, made.words),
    tags: found.tags / given.words,
    lemmas: found.lemmas / given.words,
    unlabelled: found.heads / given.words,
    labelled: found.relations / given.words,
    mentions: f1(found.mentions, given.mentions, made.mentions),
    mentionHeads: f1(found.mentionHeads, given.heads, made.mentions),
    mentionTypes: found.mentionHeads === 0 ? 0 : found.types / found.mentionHeads,
  };
}
