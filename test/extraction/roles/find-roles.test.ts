import { describe, expect, it } from "vitest";
import { attributionLines, tag } from "../attributions.ts";

/** Each case: a text, and its attributions as source | cue | content, "…" between fragments, "-" for what is absent. */
const phenomena: Record<string, [text: string, attributions: string[]][]> = {
  "a cue behind a quotation": [
    ["“We go,” Ana Ruiz said.", ["Ana Ruiz | said | “We go,”"]],
    ["“Do we go?” Ana Ruiz asked.", ["Ana Ruiz | asked | “Do we go?”"]],
    ["“We go”, Ana Ruiz said.", ["Ana Ruiz | said | “We go”"]],
  ],
  "an inverted cue": [
    ["“We go,” said Ana Ruiz.", ["Ana Ruiz | said | “We go,”"]],
    ["“We go,” said Ana Ruiz, a teacher.", ["Ana Ruiz, a teacher | said | “We go,”"]],
    ["“We go,” said Ana Ruiz, 54, who runs it.", ["Ana Ruiz, 54, who runs it | said | “We go,”"]],
  ],
  "a cue before a quotation": [
    ["Ana Ruiz said: “We go.”", ["Ana Ruiz | said | “We go.”"]],
    ["Ana Ruiz said, “We go.”", ["Ana Ruiz | said | “We go.”"]],
    ["Ana Ruiz said “we go” at noon.", ["Ana Ruiz | said | “we go” at noon"]],
  ],
  "a cue inside": [
    ["“We go,” Ana Ruiz said, “and we stay.”", ["Ana Ruiz | said | “We go,” … “and we stay.”"]],
    ["“The dam,” said Ana Ruiz, “is old.”", ["Ana Ruiz | said | “The dam,” … “is old.”"]],
    ["The dam, Ana Ruiz said, was old.", ["Ana Ruiz | said | The dam … was old"]],
  ],
  "words in marks within reported speech": [
    ["Ana Ruiz said it was “a ruin” and must go.", ["Ana Ruiz | said | it was “a ruin” and must go"]],
    ["Ana Ruiz called it “a ruin waiting to fall”.", ["Ana Ruiz | called | it “a ruin waiting to fall”"]],
  ],
  "reported speech": [
    ["Ana Ruiz said that the dam was old.", ["Ana Ruiz | said | that the dam was old"]],
    ["Ana Ruiz said the dam was old.", ["Ana Ruiz | said | the dam was old"]],
    ["The dam was old, Ana Ruiz said.", ["Ana Ruiz | said | The dam was old"]],
    ["Ana Ruiz has repeatedly said it is old.", ["Ana Ruiz | has repeatedly said | it is old"]],
  ],
  "an addressee, which is no part of it": [
    ["Ana Ruiz told reporters that it was old.", ["Ana Ruiz | told | that it was old"]],
    ["“We go,” Ana Ruiz told the Evening Star.", ["Ana Ruiz | told | “We go,”"]],
    ["Ana Ruiz told the Harbour Board on Friday that it was old.", ["Ana Ruiz | told | that it was old"]],
    ["Ana Ruiz urged the board to mend the dam.", ["Ana Ruiz | urged | to mend the dam"]],
  ],
  "a time, which is no part, and a medium, which is the cue's": [
    ["Ana Ruiz said on Monday that it was old.", ["Ana Ruiz | said | that it was old"]],
    ["Ana Ruiz said in a statement that it was old.", ["Ana Ruiz | said in a statement | that it was old"]],
  ],
  "according to": [
    ["According to Ana Ruiz, the dam is old.", ["Ana Ruiz | According to | the dam is old"]],
    ["The dam is old, according to Ana Ruiz.", ["Ana Ruiz | according to | The dam is old"]],
  ],
  "a colon or a dash with a name": [
    ["Ana Ruiz: “We go.”", ["Ana Ruiz | : | “We go.”"]],
    ["Asked Ruiz: “Who goes?”", ["Ruiz | Asked | “Who goes?”"]],
    ["“We go.” — Ana Ruiz", ["Ana Ruiz | — | “We go.”"]],
    ["Statement from Mayor Odell: “We go.”", ["Mayor Odell | Statement from | “We go.”"]],
    ["“We do not come back.”\n\n— Ana Ruiz", ["Ana Ruiz | — | “We do not come back.”"]],
  ],
  "a cue without a source": [
    ["It was rumoured that the dam was old.", ["- | It was rumoured | that the dam was old"]],
    ["Treasurer emptied fund, court told", ["- | told | Treasurer emptied fund"]],
    ["Dam “was old”, inquiry hears", ["- | hears | Dam “was old”"]],
    ["Treasurer emptied fund, the court told her.", ["the court | told | Treasurer emptied fund"]],
    ["Rumour has it that the dam was sold.", ["- | Rumour has it | that the dam was sold"]],
    ["The mayor is said to be abroad.", ["- | is said | The mayor … to be abroad"]],
  ],
  "a noun for a cue": [
    ["Ruiz repeated her warning that it was old.", ["her | warning | that it was old"]],
    ["The board ignored Ruiz’s warning that it was old.", ["Ruiz’s | warning | that it was old"]],
    ["In her words, “the dam is a ruin”.", ["her | words | “the dam is a ruin”"]],
    ["In the view of Ana Ruiz, the dam is old.", ["Ana Ruiz | In the view of | the dam is old"]],
  ],
  "a participle, with the subject of its sentence": [
    ["Ana Ruiz left the hall, saying it was old.", ["Ana Ruiz | saying | it was old"]],
    [
      "“We go,” Ana Ruiz said, adding that it was old.",
      ["Ana Ruiz | said | “We go,”", "Ana Ruiz | adding | that it was old"],
    ],
  ],
  "two speakers in one sentence": [
    [
      "Ana Ruiz said it was old, but Tom Falk said it would hold.",
      ["Ana Ruiz | said | it was old", "Tom Falk | said | it would hold"],
    ],
    [
      "“We go,” said Ana Ruiz, while Tom Falk said he would stay.",
      ["Ana Ruiz | said | “We go,”", "Tom Falk | said | he would stay"],
    ],
  ],
  "marks that quote nobody": [
    ["The so-called “iron duke” left.", []],
    ["The play “A Winter Ferry” opens on Monday.", []],
    ["Tom “Tinker” Falk left the hall.", []],
    ["The workers’ hall was shut.", []],
  ],
  "forms of reporting verbs that are names or nouns": [
    ["The United States left the talks.", []],
    ["The report was long.", []],
    ["Her claims were old.", []],
    ["Ana Ruiz was told to leave.", []],
  ],
};

describe.each(Object.entries(phenomena))("%s", (_, cases) => {
  it.each(cases)("%s", (text, attributions) => {
    expect(attributionLines(text)).toEqual(attributions);
  });
});

describe("what a source does by saying it", () => {
  it.each([
    ["Ana Ruiz said that the dam was old.", "assert"],
    ["Ana Ruiz asked whether the dam would hold.", "ask"],
    ["Asked Ruiz: “Who goes?”", "ask"],
    ["Ana Ruiz promised to mend the dam.", "promise"],
    ["Ana Ruiz denied that the dam was old.", "deny"],
    ["Ana Ruiz accused the board of neglect.", "accuse"],
    ["Ana Ruiz urged the board to mend the dam.", "demand"],
    ["It was rumoured that the dam was old.", "believe"],
  ])("%s", (text, act) => {
    expect(tag(text).attributions.map((attribution) => attribution.act)).toEqual([act]);
  });
});

describe("negation", () => {
  it.each([
    ["Ana Ruiz did not say that the dam was old.", true],
    ["Ana Ruiz didn’t say that the dam was old.", true],
    ["Ana Ruiz never said the dam was old.", true],
    ["Ana Ruiz said the dam was not old.", false],
    ["Ana Ruiz denied that the dam was old.", false],
  ])("%s", (text, negated) => {
    expect(tag(text).attributions.map((attribution) => attribution.negated)).toEqual([negated]);
  });
});

describe("form", () => {
  it.each([
    ["“We go,” Ana Ruiz said.", "direct"],
    ["“The dam,” said Ana Ruiz, “is old.”", "direct"],
    ["Ana Ruiz said it was “a ruin” and must go.", "mixed"],
    ["Ana Ruiz said that it was old.", "indirect"],
  ])("%s is %s", (text, form) => {
    expect(tag(text).attributions.map((attribution) => attribution.form)).toEqual([form]);
  });
});
