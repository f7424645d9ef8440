import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { resourcesOf, templateWith } from "./stack.ts";

const topic = "arn:aws:sns:eu-west-1:111122223333:on-call";
const quiet = resourcesOf(templateWith(), "AWS::CloudWatch::Alarm");
const alarms = [...quiet.values()].map(({ Properties }) => Properties);
const runbook = readFileSync(new URL("../../docs/runbook.md", import.meta.url), "utf8");

it("there is an alarm for every way in which an article can get stuck", () => {
  expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual([
    "Onrecord-api-errors",
    "Onrecord-publish-dead-letters",
    "Onrecord-publish-lag",
    "Onrecord-segment-backlog",
    "Onrecord-segment-dead-letters",
    "Onrecord-tag-backlog",
    "Onrecord-tag-dead-letters",
  ]);
});

it.each(alarms)("$AlarmName leads to a section of the runbook", ({ AlarmName, AlarmDescription }) => {
  const anchor = String(AlarmName).replace("Onrecord-", "");
  expect(AlarmDescription).toMatch(new RegExp(`docs/runbook\\.md#${anchor}$`, "u"));
  expect(runbook).toContain(`\n### ${anchor}\n`);
});

it.each(alarms.filter(({ AlarmName }) => String(AlarmName).endsWith("dead-letters")))(
  "$AlarmName goes off at the first dead letter",
  (alarm) => {
    expect(alarm).toMatchObject({
      MetricName: "ApproximateNumberOfMessagesVisible",
      Statistic: "Maximum",
      Threshold: 0,
      ComparisonOperator: "GreaterThanThreshold",
      EvaluationPeriods: 1,
      TreatMissingData: "notBreaching",
    });
  },
);

it("tells the topic where one is set, and nobody otherwise", () => {
  for (const { AlarmActions, OKActions } of alarms) {
    expect([AlarmActions, OKActions]).toEqual([undefined, undefined]);
  }
  const loud = resourcesOf(templateWith({ "onrecord:alarmTopicArn": topic }), "AWS::CloudWatch::Alarm");
  for (const { Properties } of loud.values()) {
    expect(Properties).toMatchObject({ AlarmActions: [topic], OKActions: [topic] });
  }
});
