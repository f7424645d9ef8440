import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { lowerHash } from "#extraction/syntax/word-forms.ts";
import type { RoleWeights } from "#extraction/tagger/role-model.ts";
import { WordClusters } from "#extraction/tagger/word-clusters.ts";
import { packWeights } from "#training/roles/learned-weights.ts";
import { type CorpusReading, type LabelledArticle, labelArticle } from "#training/roles/role-corpus.ts";
import type { SequenceCorpus } from "#training/roles/sequence-corpus.ts";
import { learnRoles, type RoleTraining, usualTraining } from "#training/roles/train-roles.ts";
import { trainOn } from "#training/syntax/train-syntax.ts";
import { smallSettings, smallTreebank } from "../syntax/small-treebank.ts";

/** A parser that knows a few words, and two clusters. */
export const smallReading: CorpusReading = {
  syntax: new SyntaxModel(trainOn(smallTreebank, 1, () => {}, smallSettings)),
  clusters: new WordClusters(
    Int32Array.from(["said", "denied", "ferry", "bridge"], lowerHash),
    Uint8Array.of(0, 0, 1, 1),
  ),
};

/** Settings for a handful of articles. */
export const smallTraining: RoleTraining = {
  ...usualTraining,
  rounds: 6,
  rate: 0.1,
  edgeRows: 1 << 8,
  labelRows: 1 << 13,
};

/** What is learned from articles in one go, packed: see {@link learnRoles}. */
export const trainRoles = (
  corpus: SequenceCorpus,
  training: RoleTraining,
  seed: number,
  learnsFrom: (article: number) => boolean = () => true,
): RoleWeights =>
  packWeights(
    learnRoles(corpus, training, seed, learnsFrom, () => {}),
    training,
  );

/** A text with its roles marked: `{source}`, `[cue]`, `<content>`, all of one attribution a sentence. */
export function marked(written: string) {
  const roles = { "{": "source", "[": "cue", "<": "content" } as const;
  const attributions: Record<"source" | "cue" | "content", (readonly [number, number])[]>[] = [];
  let text = "";
  for (const sentence of written.split(/(?<=\. )/u)) {
    const found: (typeof attributions)[number] = { source: [], cue: [], content: [] };
    for (const part of sentence.split(/([{[<][^}\]>]*[}\]>])/u)) {
      const role = roles[part.charAt(0) as "{" | "[" | "<"];
      const plain = role ? part.slice(1, -1) : part;
      if (role) found[role].push([text.length, text.length + plain.length]);
      text += plain;
    }
    attributions.push(found);
  }
  return { text, attributions };
}

const people = ["Ada", "Orla", "Bram", "Tess", "the mayor", "the minister"];
const events = ["the ferry was late", "the bridge was closed", "a boat had left Tarn", "they saw the tower"];

/** Articles of invented news: the fold of the harbour, who says what and what happens there. */
export const smallArticles: readonly LabelledArticle[] = people.flatMap((person, at) => {
  const [one = "", two = "", three = ""] = [0, 1, 2].map((by) => events[(at + by) % events.length]);
  const other = people[(at + 2) % people.length];
  const { text, attributions } = marked(
    `{${person}} [said] <${one}>. In the morning ${two}. <“We know that ${three}”>, [said] {${other}}. ` +
      `The harbour was quiet when ${one}. {${other}} [denied] <that ${two}>. It was the end of the day.`,
  );
  return labelArticle({ name: `harbour-${at}`, text, annotations: [attributions] }, smallReading) ?? [];
});
