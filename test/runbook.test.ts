import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rejectionCodes } from "#extraction/rejection.ts";
import { settingsSchema } from "#infra/settings.ts";
import packageJson from "../package.json" with { type: "json" };
import { resourcesOf, templateWith } from "./infra/stack.ts";

const runbook = readFileSync(new URL("../docs/runbook.md", import.meta.url), "utf8");

/** What stands under each heading of the third rank. */
const pages = new Map(
  runbook
    .split(/^#{1,2} .*$/mu)
    .flatMap((chapter) => chapter.split(/^### /mu).slice(1))
    .map((page) => {
      const [heading = "", ...lines] = page.split("\n");
      return [heading, lines.join("\n")] as const;
    }),
);

const template = templateWith();
const alarms = [...resourcesOf(template, "AWS::CloudWatch::Alarm").values()].map(({ Properties }) =>
  String(Properties.AlarmName).replace("Onrecord-", ""),
);
const logicalIds = Object.keys(template.toJSON().Resources);

/** All that matches in the runbook, once each; the expression's first group. */
const named = (pattern: RegExp, text = runbook): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name)),
];

const parts = ["What it means", "Who is hurt", "Look at", "Cured when"];

describe("the runbook", () => {
  it("has one page for each alarm and each reason of a rejection, and no other", () => {
    expect([...pages.keys()].sort()).toEqual([...alarms, ...rejectionCodes].sort());
  });

  it.each([...pages])(
    "says of %s what it means, who is hurt, where to look and when it is cured",
    (_, page) => {
      const found = named(/\*\*(.+?)\.?\*\*/gu, page);
      expect(found).toEqual(expect.arrayContaining(parts));
      expect(page.match(/what to do|\*\*Do\b/u)).not.toBeNull();
      expect(page).toContain("```sh\n");
    },
  );

  it.each(alarms)("asks after the alarm %s itself on its page", (name) => {
    expect(named(/--alarm-names Onrecord-([a-z-]+)/gu, pages.get(name))).toEqual([name]);
  });

  it.each(rejectionCodes)("looks for the code %s on its page", (code) => {
    expect(named(/outcome\.code = "([a-z-]+)"/gu, pages.get(code))).toEqual([code]);
  });
});

describe("what the runbook names is there", () => {
  it.each(named(/Onrecord-([A-Z]\w+)/gu))("a resource whose name begins with Onrecord-%s", (prefix) => {
    expect(logicalIds.filter((id) => id.startsWith(prefix))).not.toEqual([]);
  });

  it.each(named(/npm run ([a-z]+)/gu))("npm run %s", (script) => {
    expect(packageJson.scripts).toHaveProperty(script);
  });

  it.each(named(/onrecord:([a-z]\w+)/giu))("the setting onrecord:%s", (setting) => {
    expect(Object.keys(settingsSchema.shape)).toContain(setting);
  });

  it.each(named(/OutputKey=='(\w+)'/gu))("the output %s", (output) => {
    expect(template.toJSON().Outputs).toHaveProperty(output);
  });

  it.each(named(/\]\((#[a-z-]+)\)/gu))("the page %s", (anchor) => {
    expect([...pages.keys()]).toContain(anchor.slice(1));
  });
});
