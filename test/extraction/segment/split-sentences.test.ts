import { describe, expect, it } from "vitest";
import { splitSentences } from "#extraction/segment/split-sentences.ts";

const split = (text: string): string[] =>
  splitSentences(text, [0, text.length]).map((span) => text.slice(...span));

/** Each case is a text with "¦" where a sentence ends and the next begins. */
const phenomena: Record<string, string[]> = {
  "plain ends": [
    "The dam held.¦ Nobody slept.",
    "Did it hold?¦ It did!¦ All night.",
    "It held.\n¦It rained.",
  ],
  "titles and ranks": [
    "Mr. Varne met Dr. Oyo and Gen. Brandt.¦ They left.",
    "Sen. Ilse Falk and Rep. Jon Dray agreed.",
    "Lt. Col. Mara Stern saluted Prof. Quill.¦ He nodded.",
  ],
  initials: ["J. K. Odell spoke.¦ W. Tamm did not.", "Ana M. Ruiz won.¦ Her rival, P. Brandt, lost."],
  "a letter at the end": ["They moved to Plan B.¦ Plan C was ready.", "He lacked vitamin C.¦ Many do."],
  initialisms: [
    "It opened in the U.S.¦ The rest waited.",
    "The U.S. Senate voted.",
    "The U.N. said so.¦ The E.U. did not.",
    "A firm in Washington, D.C., paid.",
  ],
  companies: [
    "Orlo Inc. Chairman Vik Sant left.",
    "She runs Orlo Co.¦ It sells tin.",
    "Tarn Bros. and Vale Ltd. merged.",
  ],
  dates: [
    "It opened on Jan. 5 and shut on Feb. 9.¦ No one came.",
    "The vote is set for Nov. 8.¦ Polls open at 7 a.m. Tuesday.",
  ],
  "times of day": [
    "It closed at 6 p.m.¦ The mayor left.",
    "It closed at 6 p.m. EST on Friday.",
    "At 9 a.m. Monday it rained.",
  ],
  numbers: [
    "It grew 3.5 percent to $1.9 billion.¦ Costs rose.",
    "Lane No. 7 is shut.",
    "He got 4.¦ 20 others got 5.",
  ],
  "No as an answer": ["Would she go?¦ No.¦ She would stay."],
  "words that look like abbreviations": [
    "She sat in the sun.¦ Mary left.",
    "He spoke at mass.¦ Odell wept.",
    "Give it a sec.¦ Tamm is ready.",
    "The mine yields ore.¦ Tarn owns it.",
  ],
  "figures and pages": ["See p. 55 and Fig. 3.¦ It is clear."],
  "list numbers": ["1. The bridge is shut.¦ It will stay so."],
  ellipses: [
    "He paused ... and went on.¦ It rained.",
    "“I wondered . . . for years.”¦ He sat.",
    "I do not know…¦ Perhaps.",
  ],
  "closing marks belong to the sentence": [
    "“I won.”¦ He left.",
    "(It rained.)¦ He left.",
    "“We counted ‘every one.’”¦ He left.",
    "He called it «a coup.»¦ She laughed.",
    "„It holds.“¦ He left.",
  ],
  "ends inside a quotation": ["“I won.¦ He lost,” she said.", "“Is it far?¦ I am tired.”"],
  "reporting clauses": [
    "“Why?” he asked.¦ Nobody knew.",
    "“Go!” said Mary.¦ They went.",
    "“Go!” Mary Tamm said.¦ They went.",
    "“Who pays?” Mayor Ana Ruiz asked.",
    "“Will it hold?”¦ The engineer looked away.",
    "“Yes …” she said.",
  ],
  "names with marks": ["Yahoo! and Orlo? merged.", "The paper Help! ran it."],
  "an attribution after a dash": ["“We will not pay.” — Ana Ruiz, mayor"],
  "small letters": ["He sells e.g. tin and lead, i.e. metals.", "It costs approx. nine."],
};

describe.each(Object.entries(phenomena))("%s", (_, cases) => {
  it.each(cases)("%s", (marked) => {
    expect(split(marked.replaceAll("¦", "").trim())).toEqual(
      marked.split("¦").map((sentence) => sentence.trim()),
    );
  });
});
