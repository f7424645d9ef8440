// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its references so
import { describe, expect, it } from "vitest";
import { resolveIntrinsics } from "#infra/local/intrinsics.ts";

const references = {
  ref: (name: string) =>
    ({ Bucket: "press-articles", "AWS::Region": "us-east-1", "AWS::NoValue": undefined })[name],
  attribute: (resource: string, name: string) => `${resource}:${name}`,
};

describe("template functions", () => {
  it.each([
    ["a text stays", "plain", "plain"],
    ["Ref", { Ref: "Bucket" }, "press-articles"],
    ["GetAtt as a list", { "Fn::GetAtt": ["Queue", "Arn"] }, "Queue:Arn"],
    ["GetAtt as a text", { "Fn::GetAtt": "Queue.Arn" }, "Queue:Arn"],
    ["Join", { "Fn::Join": ["-", ["a", { Ref: "AWS::Region" }, 3]] }, "a-us-east-1-3"],
    ["Sub", { "Fn::Sub": "${Bucket}/${Queue.Arn}/${!Kept}" }, "press-articles/Queue:Arn/${Kept}"],
    [
      "Sub with values",
      { "Fn::Sub": ["${x}-${Bucket}", { x: { Ref: "AWS::Region" } }] },
      "us-east-1-press-articles",
    ],
    ["Select of Split", { "Fn::Select": [1, { "Fn::Split": ["-", { Ref: "Bucket" }] }] }, "articles"],
    [
      "in lists and objects",
      { list: [{ Ref: "Bucket" }], deep: { x: 1 } },
      { list: ["press-articles"], deep: { x: 1 } },
    ],
  ])("%s", (_, value, resolved) => {
    expect(resolveIntrinsics(value, references)).toEqual(resolved);
  });

  it("refuses a function that it does not know, by name", () => {
    expect(() => resolveIntrinsics({ "Fn::Cidr": [] }, references)).toThrow("Fn::Cidr");
  });
});
