import { describe, expect, it } from "vitest";
import { sayings, tag } from "../attributions.ts";

/** Each case: a text, and who says what in it: the actor's name and the content, "…" between fragments. */
const phenomena: Record<string, [text: string, sayings: string[]][]> = {
  "a quotation that goes on behind its cue": [
    ["“We go,” Ana Ruiz said. “We stay.”", ["Ana Ruiz: “We go,” … “We stay.”"]],
    [
      "“We go,” Ana Ruiz said. It rained.\n\n“We stay all winter.”",
      ["Ana Ruiz: “We go,”", "Ana Ruiz: “We stay all winter.”"],
    ],
  ],
  "a quotation without a cue": [
    ["Ana Ruiz shook her head. “We do not go there.”", ["Ana Ruiz: “We do not go there.”"]],
    ["Ana Ruiz runs the ferry. “I never saw it so high.”", ["Ana Ruiz: “I never saw it so high.”"]],
    ["“We do not come back.”", ["-: “We do not come back.”"]],
  ],
  "a quotation over several paragraphs": [
    [
      "“We came to the river in May.\n\n“We left in June,” Ana Ruiz said.",
      ["Ana Ruiz: “We came to the river in May. … “We left in June,”"],
    ],
    ["“We came in May.\n\n“We left,” Ana Ruiz said.", ["Ana Ruiz: “We came in May. … “We left,”"]],
    [
      "Ana Ruiz said: “We came in May.\n\n“We left in June.”",
      ["Ana Ruiz: “We came in May. … “We left in June.”"],
    ],
  ],
  "words in marks that are nobody's speech": [["The bar is called “The Last Ferry”.", []]],
};

describe.each(Object.entries(phenomena))("%s", (_, cases) => {
  it.each(cases)("%j", (text, expected) => {
    expect(sayings(text)).toEqual(expected);
  });
});

it("gives one quote for each pair of marks of an attribution", () => {
  const { quotes, attributions } = tag("“We go,” Ana Ruiz said. “We stay.”");
  expect(quotes.map(({ text }) => text)).toEqual(["We go,", "We stay."]);
  expect(new Set(quotes.map(({ attribution }) => attribution))).toEqual(new Set([attributions[0]?.id]));
});
