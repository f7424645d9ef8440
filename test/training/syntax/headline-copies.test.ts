import { expect, it } from "vitest";
import { headlineCopies } from "#training/syntax/headline-copies.ts";
import { smallTreebank } from "./small-treebank.ts";

it("copies some short sentences as headlines, word for word and in place", () => {
  const copies = headlineCopies(smallTreebank);
  expect(copies.length).toBe(Math.ceil(smallTreebank.length / 6));
  expect(copies[0]?.text).toBe("Ada Said the Mayor Left Tarn .");
  expect(copies[0]?.text.length).toBe(smallTreebank[0]?.text.length);
  expect(copies[0]?.heads).toEqual(smallTreebank[0]?.heads);
});
