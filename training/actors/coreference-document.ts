import { mentionTypes } from "#extraction/syntax/mentions.ts";
import { goldMentions } from "../syntax/gold-mentions.ts";
import type { TreebankSentence } from "../syntax/treebank.ts";

/** A mention of somebody or some body as people marked it; UTF-16 code units of the document's text, half-open. */
export interface CorefMention {
  readonly start: number;
  readonly end: number;
  /** Place of the word that the mention's other words depend on. */
  readonly headStart: number;
  readonly headEnd: number;
  /** The same for all mentions of one. */
  readonly entity: string;
  /** Whether it is the subject of a verb, as most sources are. */
  readonly subject: boolean;
  /** How it is worded, by the part of speech of its head. */
  readonly kind: "name" | "nominal" | "pronoun";
}

/** A document of a treebank with coreference, as running text. */
export interface CorefDocument {
  readonly name: string;
  readonly text: string;
  /** In order of place, of those that start together the longer first. */
  readonly mentions: readonly CorefMention[];
}

/** Who can speak. */
const speakers = new Set(["person", "organization"].map((type) => mentionTypes.indexOf(type as never)));

/** Pronouns that no earlier mention tells: of the speaker, the one spoken to, and relative ones. */
const beyondText =
  /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself|who|whom|whose|which|that)$/iu;

/** The documents of a treebank, each as one text with the mentions of people and organisations in it. */
export function coreferenceDocuments(sentences: readonly TreebankSentence[]): CorefDocument[] {
  const byDocument = Map.groupBy(sentences, ({ document }) => document);
  return [...byDocument].map(([name, members]) => {
    let text = "";
    const mentions = new Map<string, CorefMention>();
    for (const sentence of members) {
      if (text !== "") text += sentence.opensParagraph ? "\n\n" : " ";
      const base = text.length;
      text += sentence.text;
      for (const { first, last, head, type, entity } of goldMentions(sentence)) {
        const start = base + (sentence.start[first] ?? 0);
        const end = base + (sentence.end[last - 1] ?? 0);
        if (!speakers.has(type as never) || beyondText.test(text.slice(start, end))) continue;
        const headStart = base + (sentence.start[head] ?? 0);
        const headEnd = base + (sentence.end[head] ?? 0);
        const kind = kindOf(sentence.xpos[head] ?? "");
        const key = `${start} ${end}`;
        const subject = /^nsubj/u.test(sentence.relations[head] ?? "");
        if (!mentions.has(key)) mentions.set(key, { start, end, headStart, headEnd, entity, kind, subject });
      }
    }
    const inOrder = [...mentions.values()].sort((a, b) => a.start - b.start || b.end - a.end);
    return { name, text, mentions: inOrder };
  });
}

const kindOf = (tag: string): CorefMention["kind"] =>
  /^(?:PRP|WP|WDT)/u.test(tag) ? "pronoun" : tag.startsWith("NNP") ? "name" : "nominal";
