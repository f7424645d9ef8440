import { confidenceAt } from "../calibration-table.ts";
import type { Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { firstLabel } from "../tagger/role-labels.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import { cueCandidates } from "./cue-candidates.ts";
import { type DecodedFrame, decodeFrame } from "./decode-frame.ts";
import type { Frame } from "./frame.ts";
import { FrameScorer } from "./frame-scorer.ts";
import type { FramesModel } from "./frames-model.ts";
import { selectFrames } from "./select-frames.ts";

/**
 * Finds attributions, one for each cue: the words around every word that may be a cue are labelled once more, this
 * time with the source and content of this cue alone (labelling of semantic roles, Gildea and Jurafsky 2002). In the order of
 * their cues, in time linear in the article's length.
 *
 * @param roles what the first pass found in the same words
 */
export function findFrames(words: ArticleWords, roles: TaggedRoles, model: FramesModel): Frame[] {
  const candidates = cueCandidates(words, roles);
  const scorer = new FrameScorer(words, roles, model);
  const decoded = candidates.flatMap((candidate, index) => {
    scorer.score(candidates, index);
    return decodeFrame(model.chain, candidate) ?? [];
  });
  return selectFrames(decoded, words).flatMap((frame) => frameOf(words, frame, model) ?? []);
}

/** A frame with its offsets; `null` where nothing is left of its content. */
function frameOf(words: ArticleWords, decoded: DecodedFrame, { calibration }: FramesModel): Frame | null {
  const content = spansOf(words, decoded, firstLabel("content"));
  if (content.length === 0) return null;
  const cue = spansOf(words, decoded, firstLabel("cue"));
  const at = words.start[decoded.candidate.from] as number;
  return {
    source: nearest(spansOf(words, decoded, firstLabel("source")), at),
    cue: nearest(cue, at),
    content,
    confidence: confidenceAt(calibration, decoded.score),
  };
}

/** The spans that begin with a label, in reading order. */
function spansOf({ start, end }: ArticleWords, { candidate, labels }: DecodedFrame, first: number): Span[] {
  const spans: Span[] = [];
  for (let word = 0; word < labels.length; word++) {
    if (labels[word] !== first) continue;
    let last = word;
    while (labels[last + 1] === first + 1) last++;
    spans.push([start[candidate.windowFrom + word] as number, end[candidate.windowFrom + last] as number]);
  }
  return spans;
}

/** The span that is nearest to a place, the first of equals; `null` without any. */
function nearest(spans: readonly Span[], place: number): Span | null {
  let best: Span | null = null;
  for (const span of spans) if (!best || distance(span, place) < distance(best, place)) best = span;
  return best;
}

const distance = ([start, end]: Span, place: number): number => Math.max(start - place, place - end, 0);
