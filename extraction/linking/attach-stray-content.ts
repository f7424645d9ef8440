import { overlaps, type Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { contentProbability } from "../tagger/content-probability.ts";
import { firstLabel } from "../tagger/role-labels.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import type { Draft } from "./draft.ts";
import { joinedSpans } from "./joined-spans.ts";
import type { Ownership } from "./ownership.ts";

/** Where the words of an article's paragraphs stand. */
export type WordsOfParagraphs = Pick<
  ArticleWords,
  "length" | "start" | "end" | "paragraph" | "paragraphStart"
>;

/** How probable words must be content, on average, to go with an attribution that they were not found for. */
const leastProbable = 0.93;
/** How probable, where the words right before them are content of the attribution. */
const leastProbableBehind = 0.8;

/** How many characters away the attribution may be, so that time stays linear in any text. */
const reach = 2000;

/**
 * Gives stretches of words that the first pass is sure are content, and that no attribution has, to the attribution before
 * them in their paragraph, else to the one behind: sentences that go on with what was said (PolNeAR's guidelines, 21). The
 * rest of a stretch that an attribution ends in the midst of goes with that one.
 * `owned` tells by index who in `drafts` has a character. Chosen on PolNeAR dev.
 */
export function attachStrayContent(
  text: string,
  words: WordsOfParagraphs,
  roles: TaggedRoles,
  drafts: readonly Draft[],
  owned: Ownership,
): void {
  const begins = firstLabel("content");
  const { labels } = roles;
  for (let word = 0; word < words.length; word++) {
    if (labels[word] !== begins) continue;
    let to = word + 1;
    while (to < words.length && labels[to] === begins + 1) to++;
    const span = spanOf(word, to);
    if (!owned.isFree(span)) giveRest(word, to);
    else if (to - word > 1 && contentProbability(roles, word, to) >= leastProbable)
      give(nearestOwner(word, span), span);
    word = to - 1;
  }

  /** Gives each part of a stretch that nobody has to the owner of the content before it. */
  function giveRest(from: number, behind: number): void {
    for (let word = from + 1; word < behind; word++) {
      const owner = owned.lastIn(spanOf(word - 1, word));
      if (owner < 0 || owned.lastIn(spanOf(word, word + 1)) >= 0) continue;
      let to = word + 1;
      while (to < behind && owned.lastIn(spanOf(to, to + 1)) < 0) to++;
      const [span, last] = [spanOf(word, to), spanOf(word - 1, word)];
      if (
        to - word > 1 &&
        drafts[owner]?.content.some((part) => overlaps(part, last)) &&
        owned.isFree(span) &&
        contentProbability(roles, word, to) >= leastProbableBehind
      )
        give(owner, span);
      word = to - 1;
    }
  }

  /** The attribution before a stretch that begins with a word, in its paragraph, else the one behind; -1 for none. */
  function nearestOwner(word: number, [start, end]: Span): number {
    const paragraph = words.paragraph[word] ?? 0;
    const from = Math.max(start - reach, words.start[words.paragraphStart[paragraph] ?? 0] ?? 0);
    const last = (words.paragraphStart[paragraph + 1] ?? 0) - 1;
    const to = Math.min(end + reach, words.end[last] ?? 0);
    const before = owned.lastIn([from, start]);
    return before >= 0 ? before : owned.firstIn([end, to]);
  }

  function give(owner: number, span: Span): void {
    const draft = drafts[owner];
    if (!draft || draft.rule === "speaker-turn") return;
    draft.content.splice(0, draft.content.length, ...joinedSpans(text, [...draft.content, span]));
    owned.take(owner, span);
  }

  function spanOf(from: number, to: number): Span {
    return [words.start[from] ?? 0, words.end[to - 1] ?? 0];
  }
}
