import { describe, expect, it } from "vitest";
import { innerXml, xmlText } from "#infra/local/bucket-server/xml.ts";

describe("the elements of a name", () => {
  it.each([
    ["several", "<Object><Key>a</Key></Object><Object><Key>b</Key></Object>", ["a", "b"]],
    ["with a prefix and attributes", '<s3:Key xml:space="preserve">a b</s3:Key >', ["a b"]],
    ["not those whose names begin alike", "<KeyMarker>m</KeyMarker><Key>a</Key>", ["a"]],
    ["empty", "<Key></Key>", [""]],
    ["not one that is never closed", "<Key>a", []],
    ["not a closing tag alone", "a</Key>", []],
    ["with line feeds", "<Key>a\nb</Key>", ["a\nb"]],
    ["opened a hundred thousand times and never closed", "<Key>".repeat(100_000), []],
  ])("%s", (_, xml, expected) => {
    expect(innerXml(xml, "Key")).toEqual(expected);
  });

  it("are decoded", () => {
    expect(xmlText("<Key>Port &amp; &#x41;rden</Key>", "Key")).toBe("Port & Arden");
  });
});
