import { labelStride } from "../tagger/chain-steps.ts";
import type { LinearChain } from "../tagger/linear-chain.ts";
import { firstLabel } from "../tagger/role-labels.ts";
import type { CueCandidate } from "./cue-candidates.ts";

/** The labels of a candidate's window. */
export interface DecodedFrame {
  readonly candidate: CueCandidate;
  /** The label of each word of the window: see `role-labels.ts`. */
  readonly labels: Uint8Array;
  /** How probable the word of the candidate that most looks like one is to be part of a cue. */
  readonly score: number;
}

const [cue, content] = [firstLabel("cue"), firstLabel("content")];
/** Outweighs whatever speaks against a cue. */
const certain = 50;
/** How often, where there is no content, the beginning of one is made likelier by a factor of e. */
const mostHelp = 5;

/**
 * The best labels of the window whose scores are in the chain, with a cue at the word of the candidate that is likeliest to be in one and
 * a content if one is at all likely; `null` where none is.
 */
export function decodeFrame(chain: LinearChain, candidate: CueCandidate): DecodedFrame | null {
  const { from, to, windowFrom, windowTo } = candidate;
  const length = windowTo - windowFrom;
  chain.forwardBackward(length);
  const { emission, marginal } = chain;
  let score = 0;
  let likeliest = 0;
  for (let word = from; word < to; word++) {
    const at = (word - windowFrom) * labelStride + cue;
    const probability = (marginal[at] as number) + (marginal[at + 1] as number);
    if (probability <= score) continue;
    score = probability;
    likeliest = at;
  }
  emission[likeliest] = (emission[likeliest] as number) + certain;
  emission[likeliest + 1] = (emission[likeliest + 1] as number) + certain;
  const labels = new Uint8Array(length);
  for (let help = 0; help <= mostHelp; help++) {
    chain.viterbi(length, labels, 0);
    if (labels.includes(content)) return { candidate, labels, score: Math.min(1, score) };
    for (let at = content; at < length * labelStride; at += labelStride)
      emission[at] = (emission[at] as number) + 1;
  }
  return null;
}
