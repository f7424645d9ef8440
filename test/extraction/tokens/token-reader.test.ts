import { expect, it } from "vitest";
import { TokenisedStretch, TokenReader } from "#extraction/tokens/token-reader.ts";
import { tokenise } from "#extraction/tokens/tokenise.ts";

const sentence = "“We held,” Lina Marsten said. ";
/** Far more sentences than keep their tokens. */
const text = sentence.repeat(1_000);
const spanOf = (index: number) =>
  [index * sentence.length, index * sentence.length + sentence.length - 1] as const;

it("gives the same tokens again, while it has them and when it has read many others since", () => {
  const reader = new TokenReader(text);
  const stretches = Array.from(
    { length: 1_000 },
    (_, index) => new TokenisedStretch(reader, spanOf(index), []),
  );
  for (const { tokens, span } of stretches) expect(tokens).toEqual(tokenise(text, span, []));
  for (const { tokens, span } of stretches) expect(tokens).toEqual(tokenise(text, span, []));
});

it("takes a sentence of an ordinary article apart once", () => {
  const reader = new TokenReader(text);
  const stretches = Array.from(
    { length: 200 },
    (_, index) => new TokenisedStretch(reader, spanOf(index), []),
  );
  const first = stretches.map(({ tokens }) => tokens);
  for (const [index, { tokens }] of stretches.entries()) expect(tokens).toBe(first[index]);
});

it("stands quotations as single tokens, each time", () => {
  const reader = new TokenReader(text);
  const quotation = {
    span: [0, 10] as const,
    inner: [1, 9] as const,
    mark: "“",
    closed: true,
    continues: false,
    nested: [],
  };
  const quoted = new TokenisedStretch(reader, spanOf(0), [quotation]);
  expect(quoted.tokens[0]).toMatchObject({ kind: "quotation", quotation });
  for (let index = 1; index < 1_000; index++)
    expect(new TokenisedStretch(reader, spanOf(index), []).tokens).not.toEqual([]);
  expect(quoted.tokens[0]).toMatchObject({ kind: "quotation", quotation });
});
