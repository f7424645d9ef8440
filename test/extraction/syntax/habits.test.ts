import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "#extraction/syntax/feature-hash.ts";
import { Habits, noHabits } from "#extraction/syntax/habits.ts";
import { Parser } from "#extraction/syntax/parser.ts";
import { transitions } from "#extraction/syntax/parser-state.ts";
import type { Scorer } from "#extraction/syntax/weights.ts";
import { WordForms } from "#extraction/syntax/word-forms.ts";
import { packHabits } from "#training/syntax/decision-counts.ts";

describe("habits", () => {
  it("gives the decision of each case that it has, and none for others", () => {
    const decisions = fc.uniqueArray(fc.tuple(fc.nat(10_000), fc.nat(62)), {
      selector: ([number]) => number,
      maxLength: 300,
    });
    fc.assert(
      fc.property(decisions, (cases) => {
        const named = cases.map(([number, decision]) => [spread(number), decision] as const);
        const habits = new Habits(packHabits(named));
        for (const [name, decision] of named) expect(habits.lookUp(name)).toBe(decision);
        for (let other = 10_001; other < 10_100; other++) expect(habits.lookUp(spread(other))).toBe(-1);
      }),
    );
  });

  it("does not lead the parser out of a sentence where a case's name is another's", () => {
    // Every case is one where the word below the top of the stack would become the head, even where there is none.
    const always = new Habits(new Int32Array(1));
    always.lookUp = () => transitions.right;
    const nothing: Scorer = { score: (_features, _count, scores) => scores.fill(0) };
    const parser = new Parser(nothing, nothing, undefined, undefined, { ...noHabits, transitions: always });
    const forms = new WordForms();
    forms.read("a b c d", { start: Int32Array.of(0, 2, 4, 6), end: Int32Array.of(1, 3, 5, 7), length: 4 });
    parser.run(forms, new Uint8Array(4));
    const heads = [...parser.state.head.slice(0, 4)];
    expect(heads.every((head) => head >= 0 && head <= 4)).toBe(true);
    expect(heads.filter((head) => head === 4)).toHaveLength(1);
  });
});
