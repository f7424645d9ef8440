import { describe, expect, it } from "vitest";
import { ParserState, transitions } from "#extraction/syntax/parser-state.ts";
import { zeroCost } from "#training/syntax/oracle.ts";

const { shift, left, right } = transitions;

/** A state of four words after some transitions, without relations. */
function after(taken: readonly number[]): ParserState {
  const state = new ParserState();
  state.begin(4);
  for (const transition of taken) {
    if (transition === shift) state.shift();
    else state.attach(state.headBy(transition), 1);
  }
  return state;
}

describe("the dynamic oracle", () => {
  // "Orla saw the boat": saw is the root (4), Orla and boat depend on it, the on boat.
  const gold = Int32Array.of(1, 4, 3, 1);

  it.each([
    ["the subject goes to the verb", [shift], 1 << left],
    ["the verb waits for its object", [shift, left, shift], 1 << shift],
    ["the article goes to its noun", [shift, left, shift, shift], 1 << left],
    ["the object goes to the verb", [shift, left, shift, shift, left, shift], 1 << right],
    ["after a mistake, what is still to be won", [shift, shift], 1 << shift],
  ])("%s", (_, taken, good) => {
    expect(zeroCost(after(taken), gold)).toBe(good);
  });

  it("leads to the gold tree from the start", () => {
    const state = new ParserState();
    state.begin(4);
    while (!state.done) {
      const good = zeroCost(state, gold);
      if (good & (1 << shift)) state.shift();
      else state.attach(state.headBy(good & (1 << left) ? left : right), 1);
    }
    expect([...state.head.slice(0, 4)]).toEqual([...gold]);
  });
});
