import { type CueCandidate, cueCandidates } from "#extraction/frames/cue-candidates.ts";
import { FrameFeatures } from "#extraction/frames/frame-features.ts";
import type { ArticleWords } from "#extraction/tagger/article-words.ts";
import { edgeFeatureCount } from "#extraction/tagger/edge-weights.ts";
import { goesOn, labelSpans } from "#extraction/tagger/role-labels.ts";
import type { TaggedRoles } from "#extraction/tagger/tag-roles.ts";
import type { RoleSpans } from "../evaluation/match-attributions.ts";
import type { StandoffArticle } from "../evaluation/read-standoff.ts";
import type { SequenceCorpus } from "../roles/sequence-corpus.ts";

/** An article with what the first pass found in it and the attributions that its annotators marked. */
export interface FramedArticle {
  readonly article: StandoffArticle;
  readonly words: ArticleWords;
  /** From a tagger that has not learned from the article. */
  readonly roles: TaggedRoles;
}

/** Finds the features and right labels of the windows of all candidates; one sequence for each, in reading order. */
export function frameCorpus(articles: readonly FramedArticle[]): SequenceCorpus {
  const found = articles.map(({ words, roles }) => cueCandidates(words, roles));
  const windows = found.flat();
  const wordCount = windows.reduce((sum, { windowFrom, windowTo }) => sum + windowTo - windowFrom, 0);
  const sequenceStart = shared(windows.length + 1);
  const articleOf = shared(windows.length);
  const edges = shared(wordCount * edgeFeatureCount);
  const gold = new Uint8Array(new SharedArrayBuffer(wordCount));
  let features = shared(0);
  let perWord = 0;
  let sequence = 0;
  let word = 0;
  for (const [
    index,
    {
      words,
      roles,
      article: { annotations },
    },
  ] of articles.entries()) {
    const candidates = found[index] ?? [];
    const finder = new FrameFeatures(words, roles);
    for (const [at, candidate] of candidates.entries()) {
      finder.view.take(candidates, at);
      sequenceStart[sequence] = word;
      articleOf[sequence] = index;
      sequence++;
      gold.set(goldLabels(words, candidate, annotations[0] ?? []), word);
      for (let place = candidate.windowFrom; place < candidate.windowTo; place++, word++) {
        finder.list.clear();
        finder.findAll(place);
        if (perWord === 0) {
          perWord = finder.list.length;
          features = shared(wordCount * perWord);
        }
        features.set(finder.list.hashes.subarray(0, perWord), word * perWord);
        edges.set(finder.edges, word * edgeFeatureCount);
      }
    }
  }
  sequenceStart[sequence] = word;
  return { features, perWord, edges, gold, sequenceStart, article: articleOf };
}

/** The labels of the window for the attribution whose cue shares most with the candidate; all outside without one. */
function goldLabels(
  words: ArticleWords,
  { from, to, windowFrom, windowTo }: CueCandidate,
  attributions: readonly RoleSpans[],
): Uint8Array {
  const start = words.start[from] as number;
  const end = words.end[to - 1] as number;
  let best: RoleSpans | null = null;
  let most = 0;
  for (const attribution of attributions) {
    for (const [first, behind] of attribution.cue) {
      const shared = Math.min(end, behind) - Math.max(start, first);
      if (shared <= most) continue;
      most = shared;
      best = attribution;
    }
  }
  if (!best) return new Uint8Array(windowTo - windowFrom);
  const labels = labelSpans(words, [best]).slice(windowFrom, windowTo);
  const opening = labels[0];
  if (opening !== undefined && goesOn(opening)) labels[0] = opening - 1;
  return labels;
}

const shared = (length: number) => new Int32Array(new SharedArrayBuffer(length * 4));
