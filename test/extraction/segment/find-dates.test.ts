import { expect, it } from "vitest";
import { findDates } from "#extraction/segment/find-dates.ts";

it.each([
  ["1/26/2005 issue", ["2005-01-26"]],
  ["26/01/2005", ["2005-01-26"]],
  ["3/4/2011, month first", ["2011-03-04"]],
  ["04.03.2022, day first", ["2022-03-04"]],
  ["January 26, 2005", ["2005-01-26"]],
  ["Jan. 26, 2005", ["2005-01-26"]],
  ["NOV. 27, 2015", ["2015-11-27"]],
  ["Sept 3rd 2020", ["2020-09-03"]],
  ["Wednesday, 26 January 2005 10:30 GMT", ["2005-01-26"]],
  ["the 3rd of May, 2019", ["2019-05-03"]],
  ["2005-01-26", ["2005-01-26"]],
  ["2005-01-26T10:00:00Z", ["2005-01-26"]],
  ["Published 1 May 2019, updated 2 May 2019", ["2019-05-01", "2019-05-02"]],
  ["February 29, 2024", ["2024-02-29"]],
  ["February 29, 2023 does not exist", []],
  ["31/13/2005 neither", []],
  ["May 3, without a year", []],
  ["1/26/05, a guess", []],
  ["call 555-2005-01", []],
])("%s", (text, dates) => {
  const found = findDates(text);
  expect(found.map(({ date }) => date)).toEqual(dates);
  for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/^\S.*\S$/u);
});
