import { expect, it } from "vitest";
import { charsetOf, essenceOf } from "#extraction/decode/media-type.ts";

it.each([
  [null, null, ""],
  ["text/plain", null, "text/plain"],
  ["text/plain; charset=windows-1252", "windows-1252", "text/plain"],
  ['Text/HTML;format=flowed; Charset="ISO-8859-1"', "ISO-8859-1", "text/html"],
  ["text/plain; charset=", null, "text/plain"],
  ["nonsense", null, "nonsense"],
])("%s", (type, charset, essence) => {
  expect(charsetOf(type)).toBe(charset);
  expect(essenceOf(type)).toBe(essence);
});
