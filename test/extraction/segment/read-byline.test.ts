import { expect, it } from "vitest";
import { readByline } from "#extraction/segment/read-byline.ts";

it.each([
  ["By Ana Ruiz", ["Ana Ruiz"]],
  ["by Saoirse Venn, Saturday 19 August 2017", ["Saoirse Venn"]],
  ["By Ana Ruiz and Ben Cole", ["Ana Ruiz", "Ben Cole"]],
  ["By ANA RUIZ, BEN COLE and J. K. ODELL", ["ANA RUIZ", "BEN COLE", "J. K. ODELL"]],
  ["BY ANA RUIZ AND BEN COLE, Staff Writers", ["ANA RUIZ", "BEN COLE"]],
  ["By Ana Ruiz in Port Arden", ["Ana Ruiz"]],
  ["By Ana Ruiz, Port Arden", ["Ana Ruiz"]],
  ["By Ana Ruiz for The Tarrow Herald", ["Ana Ruiz"]],
  ["By Ana de la Ruiz-O’Neil | July 22, 2021", ["Ana de la Ruiz-O’Neil"]],
  ["By Dr. Ana Ruiz", ["Ana Ruiz"]],
  ["By Ana Ruiz (1/26/2005 issue of the Tarrow Review)", ["Ana Ruiz"]],
  ["By Vik Sant Jr.", ["Vik Sant Jr."]],
  ["Written by Ana Ruiz", ["Ana Ruiz"]],
  ["From Ana Ruiz in Port Arden", ["Ana Ruiz"]],
  ["By Newswire", ["Newswire"]],
  ["Ana Ruiz | Tarrow Herald", ["Ana Ruiz"]],
  ["Ana Ruiz, Staff Writer", ["Ana Ruiz"]],
  ["Emil Castellane, 04.03.2022", ["Emil Castellane"]],
])("names the authors of %s", (line, names) => {
  const authors = readByline(line, [0, line.length], false);
  expect(authors?.map(({ name }) => name)).toEqual(names);
  for (const { name, span } of authors ?? []) expect(line.slice(...span)).toBe(name);
});

it.each([
  "By Monday, the council had voted.",
  "By Ana Ruiz’s count, five houses fell.",
  "By the end of the day nobody had slept.",
  "From Port Arden the road runs north.",
  "Bystanders saw it.",
  "Ana Ruiz, the mayor, left.",
  "Ana Ruiz Tells Reporter To Leave",
  "Ana Ruiz",
  "By Ana Ruiz, who won the race, the town was changed.",
])("leaves alone %s", (line) => expect(readByline(line, [0, line.length], false)).toBeNull());

it("takes no first line for a byline without a by", () => {
  expect(readByline("Ana Ruiz | Tarrow Herald", [0, 24], true)).toBeNull();
});

it("makes the white space in a name single; the span is where it stands", () => {
  const line = "By\tAna\tRuiz";
  expect(readByline(line, [0, line.length], false)).toEqual([{ name: "Ana Ruiz", span: [3, 11] }]);
});
