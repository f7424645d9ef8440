import { expect, it } from "vitest";
import { readDateline } from "#extraction/segment/read-dateline.ts";

it.each([
  ["PORT ARDEN, May 3 (NNA) — ", "PORT ARDEN"],
  ["PORT ARDEN, Brenia, May 3, 2019 (NNA) — ", "PORT ARDEN, Brenia"],
  ["TARROW, April 17, 2012 — ", "TARROW"],
  ["ST. ORLO, 17 April — ", "ST. ORLO"],
  ["NEW TARROW — ", "NEW TARROW"],
  ["TARROW (Newswire) - ", "TARROW"],
  ["Port Arden (NNA) – ", "Port Arden"],
  ["TARROW -- ", "TARROW"],
  ["TARROW, W.V. ― ", "TARROW, W.V."],
])("%s", (head, place) => {
  const text = `${head}The dam held.`;
  const dateline = readDateline(text, [0, text.length]);
  expect(dateline && text.slice(...dateline.span)).toBe(head.trim());
  expect(dateline && text.slice(...dateline.place)).toBe(place);
});

it.each([
  "Ana Ruiz — the mayor — left.",
  "TARROW’S MAYOR QUITS",
  "ODELL: We won.",
  "Monday’s vote (the third) was close.",
  "NASA-led work went on.",
  "TARROW —",
])("none in %s", (text) => expect(readDateline(text, [0, text.length])).toBeNull());
