import type { Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { firstLabel, labelCount } from "../tagger/role-labels.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import type { Draft } from "./draft.ts";
import { joinedSpans } from "./joined-spans.ts";
import type { Ownership } from "./ownership.ts";

/** Where the words of an article's paragraphs stand. */
export type WordsOfParagraphs = Pick<
  ArticleWords,
  "length" | "start" | "end" | "sentence" | "sentenceStart" | "paragraph" | "paragraphStart"
>;

/** How probable words must be content, on average, to go with an attribution that they were not found for. */
const leastProbable = 0.93;

/** How many characters away the attribution may be, so that time stays linear in any text. */
const reach = 2000;

/**
 * Gives stretches of words that the first pass is sure are content, and that no attribution has, to the attribution before
 * them in their paragraph, else to the one behind: sentences that go on with what was said (PolNeAR's guidelines, 21). Those in a
 * sentence with a cue of its own are left alone.
 * `owned` tells by index who in `drafts` has a character. Chosen on PolNeAR dev.
 */
export function attachStrayContent(
  text: string,
  words: WordsOfParagraphs,
  { labels, marginals }: TaggedRoles,
  drafts: readonly Draft[],
  owned: Ownership,
): void {
  const begins = firstLabel("content");
  for (let word = 0; word < words.length; word++) {
    if (labels[word] !== begins) continue;
    let to = word + 1;
    while (to < words.length && labels[to] === begins + 1) to++;
    const span: Span = [words.start[word] ?? 0, words.end[to - 1] ?? 0];
    if (
      to - word > 1 &&
      !hasCue(words.sentence[word] ?? 0) &&
      owned.isFree(span) &&
      probability(word, to) >= leastProbable
    ) {
      const paragraph = words.paragraph[word] ?? 0;
      const from = Math.max(span[0] - reach, words.start[words.paragraphStart[paragraph] ?? 0] ?? 0);
      const last = (words.paragraphStart[paragraph + 1] ?? 0) - 1;
      const behind = Math.min(span[1] + reach, words.end[last] ?? 0);
      const before = owned.lastIn([from, span[0]]);
      const owner = before >= 0 ? before : owned.firstIn([span[1], behind]);
      const draft = drafts[owner];
      if (draft && draft.rule !== "speaker-turn") {
        draft.content.splice(0, draft.content.length, ...joinedSpans(text, [...draft.content, span]));
        owned.take(owner, span);
      }
    }
    word = to - 1;
  }

  function hasCue(sentence: number): boolean {
    const behind = words.sentenceStart[sentence + 1] ?? words.length;
    for (let word = words.sentenceStart[sentence] ?? 0; word < behind; word++)
      if (labels[word] === firstLabel("cue")) return true;
    return false;
  }

  function probability(from: number, to: number): number {
    let sum = 0;
    for (let word = from; word < to; word++) {
      const at = word * labelCount + begins;
      sum += (marginals[at] ?? 0) + (marginals[at + 1] ?? 0);
    }
    return sum / (to - from);
  }
}
