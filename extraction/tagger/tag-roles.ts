import type { ArticleWords } from "./article-words.ts";
import { labelStride } from "./chain-steps.ts";
import { labelCount } from "./role-labels.ts";
import type { RoleModel } from "./role-model.ts";
import { sequencesOf } from "./sequences.ts";

/** The roles of an article's words. */
export interface TaggedRoles {
  /** The label of each word in the best sequence of its paragraph: see `role-labels.ts`. */
  readonly labels: Uint8Array;
  /** How probable each label is at each word, `labelCount` numbers a word. */
  readonly marginals: Float32Array;
}

/** Labels each word of an article with its role, in time linear in its length. Depends on nothing but the two. */
export function tagRoles(words: ArticleWords, model: RoleModel): TaggedRoles {
  const { features, labels: labelWeights, edges: edgeWeights, chain } = model;
  const labels = new Uint8Array(words.length);
  const marginals = new Float32Array(words.length * labelCount);
  features.open(words);
  for (const { from, to, paragraphFrom, paragraphTo } of sequencesOf(words)) {
    const length = to - from;
    chain.reserve(length);
    for (let word = 0; word < length; word++) {
      features.move(from + word, paragraphFrom, paragraphTo);
      labelWeights.score(features.list, chain, word);
      edgeWeights.score(features.edges, chain, word);
    }
    chain.viterbi(length, labels, from);
    chain.forwardBackward(length);
    for (let word = 0; word < length; word++) {
      const at = (from + word) * labelCount;
      for (let label = 0; label < labelCount; label++)
        marginals[at + label] = chain.marginal[word * labelStride + label] as number;
    }
  }
  features.close();
  return { labels, marginals };
}
