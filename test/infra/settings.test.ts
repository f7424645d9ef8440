import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { settingsFrom, settingsSchema } from "#infra/settings.ts";
import { resourcesOf, templateWith, theResource } from "./stack.ts";

const read = (context: Record<string, unknown>) => settingsFrom(new App({ context }).node);

describe("settings", () => {
  it("have a default each, save the ones that may be missing", () => {
    expect(read({})).toEqual({
      removal: "retain",
      logRetentionDays: 30,
      noncurrentVersionDays: 30,
      maximumConcurrency: 10,
      apiRequestsPerSecond: 50,
    });
  });

  it("may be strings, as the command line gives them", () => {
    expect(
      read({ "onrecord:maximumConcurrency": "4", "onrecord:deletionProtection": "false" }),
    ).toMatchObject({
      maximumConcurrency: 4,
      deletionProtection: false,
    });
  });

  it.each([
    ["onrecord:removal", "keep", /onrecord:removal: .*retain.*destroy/u],
    ["onrecord:logRetentionDays", 8, /onrecord:logRetentionDays: must be one of 1, 3, 5/u],
    ["onrecord:maximumConcurrency", 1, /onrecord:maximumConcurrency: /u],
    ["onrecord:alarmTopicArn", "on-call", /onrecord:alarmTopicArn: /u],
    ["onrecord:concurrency", 3, /onrecord:concurrency is not a setting; there are onrecord:removal, /u],
  ])("%s = %s is refused by name", (key, value, message) => {
    expect(() => read({ [key]: value })).toThrow(message);
  });

  it.each(Object.keys(settingsSchema.shape))("%s is documented", (name) => {
    const page = readFileSync(new URL("../../docs/deployment.md", import.meta.url), "utf8");
    expect(page).toContain(`| \`onrecord:${name}\` |`);
  });
});

describe("removal: destroy", () => {
  const template = templateWith({ "onrecord:removal": "destroy" });

  it.each(["AWS::S3::Bucket", "AWS::DynamoDB::GlobalTable", "AWS::Logs::LogGroup"])(
    "%s is deleted",
    (type) => {
      for (const { DeletionPolicy } of resourcesOf(template, type).values())
        expect(DeletionPolicy).toBe("Delete");
    },
  );

  it("empties the buckets and lifts the table's protection", () => {
    template.resourceCountIs("Custom::S3AutoDeleteObjects", 2);
    const [, { Properties }] = theResource(template, "AWS::DynamoDB::GlobalTable", "Results");
    expect(Properties.Replicas).toMatchObject([{ DeletionProtectionEnabled: false }]);
  });

  it("leaves the protection on where that is asked for", () => {
    const kept = templateWith({ "onrecord:removal": "destroy", "onrecord:deletionProtection": true });
    const [, { Properties }] = theResource(kept, "AWS::DynamoDB::GlobalTable", "Results");
    expect(Properties.Replicas).toMatchObject([{ DeletionProtectionEnabled: true }]);
  });
});
