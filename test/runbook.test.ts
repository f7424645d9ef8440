import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rejectionCodes } from "#extraction/rejection.ts";

const runbook = readFileSync(new URL("../docs/runbook.md", import.meta.url), "utf8");

it.each(rejectionCodes)("the runbook says what to do about %s", (code) => {
  expect(runbook).toContain(`\n### ${code}\n`);
});
