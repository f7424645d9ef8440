import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { tagArticle } from "#extraction/tag.ts";
import { shippedTaggers } from "#extraction/taggers.ts";
import { bodyArticle } from "../extraction/body-article.ts";
import { newsFragments } from "../extraction/news-text.ts";
import { StepCounter } from "./step-counter.ts";

const counter = new StepCounter();
beforeAll(async () => {
  // Else the first text would pay for unpacking the weights.
  shippedTaggers();
  await counter.start();
});
afterAll(() => counter.stop());

/** Steps of the engine for each UTF-16 code unit of a piece that is repeated up to a length. */
async function stepsPerCharacter(piece: string, length: number): Promise<number> {
  const text = piece.repeat(Math.ceil(length / piece.length));
  const steps = await counter.stepsOf(() => {
    const segmented = segmentArticle(text);
    tagArticle(segmented.ok ? segmented.value : bodyArticle(text));
  });
  return steps / text.length;
}

it("the counter sees three times the work as three times the steps", async () => {
  const sentences = "“We lost 14 sailings to fog,” said Tomas Ferrow. ".repeat(20);
  const work = (): void => void tagArticle(bodyArticle(sentences));
  // What is made at the first call is not made again.
  work();
  const once = await counter.stepsOf(work);
  const thrice = await counter.stepsOf(() => {
    for (let time = 0; time < 3; time++) work();
  });
  expect(once).toBeGreaterThan(100_000);
  expect(Math.abs(thrice / once - 3)).toBeLessThan(0.3);
});

/** Those that took the most, or grew the most, of some hundreds that were drawn. */
const worst = [
  "adding ",
  "— according to",
  ") Ana Ruiz told reporters",
  "it was rumoured that has been accused of ’90s to according to",
  "told reporters according to he",
];
const draws = Math.ceil(Number(process.env.ONRECORD_FUZZ_RUNS ?? 20_000) / 1_250);
/** Always the same, so that a change of the engine passes or fails by itself. */
const seed = Number(process.env.ONRECORD_FUZZ_SEED ?? 5);
const drawn = fc.sample(
  fc.array(fc.constantFrom(...newsFragments), { minLength: 1, maxLength: 6, size: "max" }),
  { numRuns: draws, seed },
);

it.each([...worst, ...drawn.map((parts) => parts.join(" "))])(
  "%j over and over: the work for each character does not grow with the text",
  async (piece) => {
    const short = await stepsPerCharacter(piece, 4_000);
    const long = await stepsPerCharacter(piece, 8_000);
    // Work that grew with the square of the length would be twice as much; below 4,000, windows are still filling.
    expect(long / short).toBeLessThan(1.6);
    // The most that was seen is 38,700, where every word can be a cue; prose took 1,800.
    expect(long).toBeLessThan(60_000);
  },
  120_000,
);
