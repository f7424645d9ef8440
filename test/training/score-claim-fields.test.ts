import { describe, expect, it } from "vitest";
import { tagArticle } from "#extraction/tag.ts";
import { comparedFields, scoreClaimFields } from "#training/evaluation/score-claim-fields.ts";
import { readClaimLine } from "#training/gold/claim-gold.ts";
import { bodyArticle } from "../extraction/body-article.ts";

const text = "Lina Marsten said that the dam may be old. Tomas Ferrow denied that the dam was old.";
const extraction = tagArticle(bodyArticle(text), { taggers: null });
const lines = [
  "the dam may be old|Lina Marsten|assert|present|fact|cpf|may||=",
  "the dam was old|Tomas Ferrow|deny|past|fact|ncpf|||[Tomas Ferrow denied] that the dam was old",
];
const scored = (...gold: string[]) =>
  scoreClaimFields({ name: "dam", text, claims: gold.map((line) => readClaimLine(text, line)) }, extraction);

describe("claims against gold", () => {
  it("are right in every field where they agree", () => {
    const { found, fields, disagreements } = scored(...lines);
    expect(found).toEqual({ right: 2, wrong: 0, missed: 0 });
    expect(disagreements).toEqual([]);
    for (const field of comparedFields) expect(fields[field]).toEqual({ right: 2, all: 2 });
  });

  it("are spurious where the gold has none", () => {
    expect(scored(lines[0] ?? "").found).toEqual({ right: 1, wrong: 1, missed: 0 });
  });

  it("are not found where less than half of the words are common", () => {
    expect(
      scored(
        "the dam may be old. Tomas Ferrow denied that the dam was|Lina Marsten|assert|present|fact|cpf|||=",
      ).found,
    ).toEqual({ right: 0, wrong: 2, missed: 1 });
  });

  it("say what is wrong in a field", () => {
    const { disagreements } = scored(
      "the dam may be old|Lina Marsten|predict|present|fact|cpf|may||=",
      lines[1] ?? "",
    );
    expect(disagreements).toMatchObject([{ kind: "act", detail: "assert, not predict" }]);
  });
});

describe("a line of the gold", () => {
  it.each([
    ["too few columns", "the dam may be old|Lina Marsten"],
    ["an unknown act", "the dam may be old|Lina Marsten|sing|present|fact|cpf|||="],
    ["unknown flags", "the dam may be old|Lina Marsten|assert|present|fact|x|||="],
    ["words that the article does not have", "the dyke|Lina Marsten|assert|present|fact|cpf|||="],
  ])("is refused with %s", (_, line) => {
    expect(() => readClaimLine(text, line)).toThrow();
  });
});
