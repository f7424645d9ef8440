import { describe, expect, it } from "vitest";
import { cueCandidates } from "#extraction/frames/cue-candidates.ts";
import { CueView } from "#extraction/frames/cue-view.ts";
import { readFirstPass } from "#extraction/frames/first-pass.ts";
import { readWords, surePass } from "./read-words.ts";

const words = readWords("Ada said the boat was late and Orla denied that it was late.");
const pass = surePass("13566613356660");

function viewOf(index: number): CueView {
  const view = new CueView(words, readFirstPass(words, pass));
  view.take(cueCandidates(words, pass), index);
  return view;
}

describe("an article seen from a cue", () => {
  it("has sides", () => {
    const view = viewOf(0);
    expect([0, 1, 2, 9].map((word) => view.sideOf(word))).toEqual([0, 1, 2, 2]);
  });

  it("has other distances on each side", () => {
    const view = viewOf(1);
    expect([0, 6, 7, 8, 12].map((word) => view.distanceOf(word))).toEqual([5, 1, 40, 16, 20]);
  });

  it.each([
    // Behind: contents + 3 * sources + 9 * cues, up to the word; before, 27 more.
    [0, 0, 27 + 3],
    [0, 1, 0],
    [0, 2, 1],
    [0, 6, 1 + 3],
    [0, 7, 1 + 3 + 9],
    [0, 9, 2 + 3 + 2 * 9],
    [1, 6, 27 + 3],
    [1, 5, 27 + 1 + 3],
    [1, 0, 27 + 1 + 2 * 3 + 9],
  ])("from cue %i, word %i has rank %i", (cue, word, rank) => {
    expect(viewOf(cue).rankOf(word)).toBe(rank);
  });

  it("knows its neighbours among the cues", () => {
    expect([viewOf(0).cueBefore, viewOf(0).cueBehind]).toEqual([-1, 7]);
    expect([viewOf(1).cueBefore, viewOf(1).cueBehind]).toEqual([1, 8]);
  });

  it("forgets what the cue before depended on", () => {
    const view = viewOf(0);
    view.take(cueCandidates(words, pass), 1);
    const fresh = viewOf(1);
    expect([view.stepsUp, view.above, view.setting]).toEqual([fresh.stepsUp, fresh.above, fresh.setting]);
  });
});
