import { describe, expect, it } from "vitest";
import { claimWords } from "#extraction/claims/claim-words.ts";
import { dateHints, datesMeant } from "#extraction/claims/date-meant.ts";

describe("dates by the article's day", () => {
  it.each([
    ["a weekday behind", "met on Wednesday", "2022-03-04", "past", ["2 March 2022"]],
    ["a weekday without a preposition", "met Wednesday", "2022-03-04", "past", ["on 2 March 2022"]],
    ["a weekday ahead", "will be clear by Thursday", "2025-07-08", "future", ["10 July 2025"]],
    ["the same day", "fell on Thursday", "2021-07-22", "past", ["22 July 2021"]],
    ["a part of a day", "rose on Tuesday night", "2019-05-03", "past", ["the night of 30 April 2019"]],
    ["a month behind", "bought it in March", "2021-07-22", "past", ["March 2021"]],
    ["a month of the year before", "closed since October", "2023-02-09", "past", ["October 2022"]],
    ["a month ahead", "will rise in March", "2021-07-22", "future", ["March 2022"]],
    ["a day of a month", "stood at 3 on June 30", "2021-07-22", "past", ["30 June 2021"]],
    ["an election ahead", "before the Nov. 8 election", "2016-10-20", "past", ["8 November 2016"]],
    ["last year", "lost water last year", "2025-07-08", "past", ["in 2024"]],
    ["last month", "fell last month", "2025-01-08", "past", ["in December 2024"]],
    ["this winter", "fell this winter", "2023-02-09", "past", ["in the winter of 2022–23"]],
    ["some time ago", "fell three years ago", "2023-02-09", "past", ["in 2020"]],
    ["yesterday over the turn of a year", "fell yesterday", "2023-01-01", "past", ["on 31 December 2022"]],
    ["a season that could be two", "fell last spring", "2021-07-22", "past", [null]],
    ["what a weekday owns", "live on Thursday's delivery", "2023-02-09", "present", [null]],
    ["an article without a date", "met on Wednesday", null, "past", [null]],
    ["a full date", "met on Wednesday, March 2, 2022", "2022-03-04", "past", []],
    ["words that are no months", "you may march in", "2022-03-04", "present", []],
  ] as const)("%s", (_, text, published, tense, words) => {
    const whole = [0, text.length] as const;
    expect(datesMeant(text, whole, published, tense).map((one) => one.words)).toEqual(words);
    const hints = dateHints(claimWords(text, [whole], null), whole) ?? ([0, 0] as const);
    expect(datesMeant(text, whole, published, tense, hints).map((one) => one.words)).toEqual(words);
  });
});
