import {
  bestType,
  mayHeadMention,
  mentionTypes,
  mostMentionFeatures,
  PhraseBorders,
  readMentionFeatures,
} from "#extraction/syntax/mentions.ts";
import type { SyntaxSentence } from "#extraction/syntax/syntax-sentence.ts";
import { goldMentions } from "./gold-mentions.ts";
import { Perceptron } from "./perceptron.ts";
import { shuffled } from "./shuffled.ts";
import type { LearningSettings } from "./train-syntax.ts";
import type { TreebankSentence } from "./treebank.ts";

/** A sentence with its mentions, and what the parser made of its words. */
export interface MentionExample {
  readonly sentence: TreebankSentence;
  readonly parsed: SyntaxSentence;
}

/** Trains the weights that tell what kind of mention a word heads, if any. */
export function trainMentions(
  examples: readonly MentionExample[],
  { rounds, admission }: LearningSettings,
  seed: number,
): Perceptron {
  const perceptron = new Perceptron(mentionTypes.length, admission);
  const features = new Int32Array(mostMentionFeatures);
  const scores = new Int32Array(mentionTypes.length);
  const prepared = examples.map(({ sentence, parsed }) => {
    const gold = new Uint8Array(parsed.length);
    // The longest mention of a head comes last where they are nested.
    for (const { head, type } of goldMentions(sentence)) gold[head] = type;
    return { parsed, gold, tree: new PhraseBorders(parsed) };
  });
  for (let round = 0; round < rounds; round++) {
    for (const { parsed, gold, tree } of shuffled(prepared, seed + round)) {
      for (let word = 0; word < parsed.length; word++) {
        if (!mayHeadMention(parsed, word)) continue;
        const right = gold[word] as number;
        const best = bestType(perceptron, features, scores, parsed, tree, word);
        perceptron.tick();
        if (best === right) continue;
        const count = readMentionFeatures(features, parsed, tree, word);
        perceptron.update(features, count, right, 1);
        perceptron.update(features, count, best, -1);
      }
    }
  }
  return perceptron;
}
