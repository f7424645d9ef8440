import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App, type Stack, Validations } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { OnrecordStack } from "#infra/onrecord-stack.ts";
import { settingsFrom } from "#infra/settings.ts";
import { temporaryFolder } from "./local/temporary-folder.ts";

const reportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(
        z.object({
          ruleName: z.string(),
          violatingConstructs: z.array(z.object({ constructPath: z.string() })),
        }),
      ),
    }),
  ),
});

const outdir = temporaryFolder();

/** What the packs AwsSolutions and Serverless find in the stack, and nobody has acknowledged: `RULE at PATH`. */
function findings(context: Record<string, unknown>, change: (stack: Stack) => void = () => {}): string[] {
  const folder = mkdtempSync(join(outdir, "assembly-"));
  const app = new App({ outdir: folder, context: { "aws:cdk:bundling-stacks": [], ...context } });
  change(new OnrecordStack(app, "Onrecord", { settings: settingsFrom(app.node) }));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  try {
    app.synth();
  } catch (error) {
    // What is in the report as well.
    if (!(error instanceof Error && error.name === "ValidationFailed")) throw error;
  }
  const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, "validation-report.json"), "utf8")));
  expect(report.pluginReports.map(({ pluginName }) => pluginName).sort()).toEqual([
    "AwsSolutions",
    "Serverless",
  ]);
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    ),
  );
}

describe("cdk-nag finds nothing in the stack that is not acknowledged with its reason", () => {
  it.each([
    ["as it is deployed by default", {}],
    ["that leaves nothing behind", { "onrecord:removal": "destroy" }],
    ["whose alarms tell somebody", { "onrecord:alarmTopicArn": "arn:aws:sns:eu-north-1:123456789012:a" }],
  ])("%s", (_, context) => expect(findings(context)).toEqual([]));

  it("and it would find what is new", () => {
    const found = findings({}, (stack) => void new Queue(stack, "Open"));
    expect(found).toContain("AwsSolutions-SQS4 at Onrecord/Open/Resource");
    expect(found).toContain("Serverless-SQSRedrivePolicy at Onrecord/Open/Resource");
  });
});
