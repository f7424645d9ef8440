import type { ArticleWords } from "../tagger/article-words.ts";
import { firstLabel, labelCount } from "../tagger/role-labels.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import { isVerbTag } from "../tagger/verb-tags.ts";

/** Words that may be a cue, and those around it among which its source and content are looked for. */
export interface CueCandidate {
  /** The first word, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** The word that stands for it in the tree. */
  readonly anchor: number;
  /** The window: its first word, and the one behind its last. It lies in one paragraph and holds the candidate. */
  readonly windowFrom: number;
  readonly windowTo: number;
}

/** How probable the beginning of a cue must be to be looked at. */
export const leastProbable = 0.12;
/** How probable its going on must be where the best sequence of labels has no cue. */
const goesOnFrom = 0.4;
/** The window reaches over so many sentences before and behind the cue's own, and so many words at most. */
const [sentencesBefore, sentencesBehind, wordsBefore, wordsBehind] = [2, 4, 150, 200];

/**
 * And over so many other candidates at most on each side. In 284 articles of PolNeAR and the project's own, no result changes with
 * 10; a text of nothing but cues takes a third of the time.
 */
const mostOthers = 12;

const beginsCue = firstLabel("cue");
const insideCue = beginsCue + 1;

/** The candidates of an article in reading order; none overlaps another. */
export function cueCandidates(words: ArticleWords, roles: TaggedRoles): readonly CueCandidate[] {
  const { labels, marginals } = roles;
  const candidates: CueCandidate[] = [];
  for (let word = 0; word < words.length; word++) {
    const isLabelled = labels[word] === beginsCue;
    if (!isLabelled && (marginals[word * labelCount + beginsCue] as number) < leastProbable) continue;
    const last = candidates.at(-1);
    if (last && last.to > word) {
      if (!isLabelled || labels[last.from] === beginsCue) continue;
      candidates.pop();
    }
    candidates.push(candidateAt(words, roles, word));
  }
  return candidates.map((candidate, index) => ({
    ...candidate,
    windowFrom: Math.max(candidate.windowFrom, candidates[index - mostOthers]?.from ?? 0),
    windowTo: Math.min(candidate.windowTo, candidates[index + mostOthers]?.to ?? words.length),
  }));
}

function candidateAt(words: ArticleWords, { labels, marginals }: TaggedRoles, from: number): CueCandidate {
  const { paragraph, sentence, paragraphStart, sentenceStart } = words;
  const here = paragraph[from] as number;
  const ownSentence = sentence[from] as number;
  const firstSentence = Math.max(0, ownSentence - sentencesBefore);
  const behindSentence = Math.min(sentenceStart.length - 1, ownSentence + sentencesBehind + 1);
  const windowFrom = Math.max(
    paragraphStart[here] as number,
    sentenceStart[firstSentence] as number,
    from - wordsBefore,
  );
  const windowTo = Math.min(
    paragraphStart[here + 1] as number,
    sentenceStart[behindSentence] as number,
    from + wordsBehind,
  );
  const isLabelled = labels[from] === beginsCue;
  const isGoingOn = (word: number): boolean =>
    isLabelled
      ? labels[word] === insideCue
      : (marginals[word * labelCount + insideCue] as number) > goesOnFrom;
  let to = from + 1;
  while (to < windowTo && isGoingOn(to)) to++;
  return { from, to, anchor: anchorOf(words, from, to), windowFrom, windowTo };
}

/** The first form of a reporting verb, else the last verb, else the first word that depends on none of the others. */
function anchorOf({ tag, reporting, head }: ArticleWords, from: number, to: number): number {
  let lastVerb = -1;
  let top = -1;
  for (let word = from; word < to; word++) {
    const above = head[word] as number;
    if (top < 0 && (above < from || above >= to)) top = word;
    if (isVerbTag[tag[word] as number] !== 1) continue;
    if (reporting[word] !== 0) return word;
    lastVerb = word;
  }
  if (lastVerb >= 0) return lastVerb;
  return top < 0 ? from : top;
}
