import { describe, expect, it } from "vitest";
import { splitParagraphs } from "#extraction/segment/split-paragraphs.ts";

const split = (text: string): string[] => splitParagraphs(text, 1000).map(({ span }) => text.slice(...span));

describe("layouts", () => {
  it.each([
    ["empty lines", "Rain fell.\n\nIt stopped.\n\n\nSun came.", ["Rain fell.", "It stopped.", "Sun came."]],
    ["empty lines with spaces on them", "Rain fell.\n \t\nIt stopped.", ["Rain fell.", "It stopped."]],
    ["a line each", "Rain fell.\nIt stopped.\nSun came.", ["Rain fell.", "It stopped.", "Sun came."]],
    ["CRLF", "Rain fell.\r\n\r\nIt stopped.\r\nSun came.", ["Rain fell.", "It stopped.", "Sun came."]],
    ["CR", "Rain fell.\rIt stopped.", ["Rain fell.", "It stopped."]],
    [
      "U+2028 and U+2029",
      "Rain fell.\u2028It stopped.\u2029Sun came.",
      ["Rain fell.", "It stopped.", "Sun came."],
    ],
    ["indented", "  Rain fell.\n\tIt stopped.", ["Rain fell.", "It stopped."]],
    ["white space at the ends", "\n\n Rain fell. \n", ["Rain fell."]],
    ["nothing", " \n\n ", []],
  ])("%s", (_, text, paragraphs) => expect(split(text)).toEqual(paragraphs));
});

const first = `The council of the small town voted on Monday to close the bridge for good
and to build another one upstream. "We had no choice," said the mayor, Ana
Ruiz, who has led the town for ten years and does not mean to stop before
the new bridge stands.`;
const second = `The vote was seven to two. Both of those who were against it live on the far
side of the river, where the only school is.`;

describe("hard-wrapped text", () => {
  it("keeps the lines of a paragraph together", () => {
    expect(split(`${first}\n\n${second}`)).toEqual([first, second]);
  });
  it("begins a paragraph after a short last line", () => {
    expect(split(`${first}\n${second}`)).toEqual([first, second]);
  });
  it("keeps a headline and a byline apart from what follows", () => {
    expect(split(`Town loses its bridge\nBy Ana Tamm\n\n${first}`)).toEqual([
      "Town loses its bridge",
      "By Ana Tamm",
      first,
    ]);
  });
  it("works with CRLF", () => {
    const crlf = first.replaceAll("\n", "\r\n");
    expect(split(`${crlf}\r\n\r\n${second}`)).toEqual([crlf, second]);
  });
});
