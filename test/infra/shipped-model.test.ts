import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { templateFolder } from "#commands/start/template-folder.ts";
import { worthModelUrl } from "#extraction/claims/worth-model.ts";
import { shippedModelFile, shippedModelUrl } from "#extraction/model/shipped-model.ts";
import { worthModelFile } from "#extraction/model/worth-model-file.ts";
import { LocalFunction } from "#infra/local/lambda/local-function.ts";
import { temporaryFolder } from "./local/temporary-folder.ts";

const temporary = temporaryFolder();
const model = readFileSync(shippedModelUrl);
/** Folder of each function's bundle, by its logical id without the hash. */
let bundles: Map<string, string>;

beforeAll(async () => {
  const folder = await templateFolder(() => {});
  const { Resources } = JSON.parse(readFileSync(join(folder, "Onrecord.template.json"), "utf8")) as {
    Resources: Record<string, { Type: string; Metadata?: Record<string, string> }>;
  };
  bundles = new Map(
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === "AWS::Lambda::Function")
      .map(([id, { Metadata }]) => [
        id.replace(/[0-9A-F]{8}$/u, ""),
        join(folder, Metadata?.["aws:asset:path"] ?? ""),
      ]),
  );
});

it.each<[string, URL]>([
  [shippedModelFile, shippedModelUrl],
  [worthModelFile, worthModelUrl],
])("%s lies beside the bundle of tag, and of no other function", (file, url) => {
  const has = (bundle: string): boolean => {
    try {
      return readFileSync(join(bundle, file)).equals(readFileSync(url));
    } catch {
      return false;
    }
  };
  expect([...bundles].filter(([, bundle]) => has(bundle)).map(([id]) => id)).toEqual(["TagFunction"]);
});

describe("tag with a model that cannot be used", () => {
  /** What the first invocation gives where the model beside the bundle has these bytes (`null`: is not there). */
  async function firstInvocation(name: string, bytes: Uint8Array | null): Promise<unknown> {
    const folder = join(temporary, name);
    cpSync(bundles.get("TagFunction") ?? "", folder, { recursive: true });
    if (bytes === null) rmSync(join(folder, shippedModelFile));
    else writeFileSync(join(folder, shippedModelFile), bytes);
    const tag = new LocalFunction({
      settings: {
        module: pathToFileURL(join(folder, "index.mjs")).href,
        exportName: "handler",
        functionName: "tag",
        functionArn: "arn:aws:lambda:us-east-1:000000000000:function:tag",
        memory: 256,
        logGroup: "tag",
      },
      environment: { TABLE_NAME: "table", SEGMENTS_BUCKET: "segments", AWS_REGION: "us-east-1" },
      timeout: 60,
      concurrency: 1,
      onLine: () => {},
    });
    const result = await tag.invoke({ Records: [] });
    await tag.close();
    return result.ok ? result : result.error.errorMessage.replace(folder, "TASK");
  }

  const cure = "make it with npm run train -- --corpus DIR, or install Onrecord again";
  const otherVersion = Buffer.from(model);
  otherVersion.writeUInt32LE(99, 8);

  it.each<[string, Uint8Array | null, string]>([
    ["missing", null, "is missing, expected a model file"],
    [
      "cut short",
      model.subarray(0, -5),
      `is cut short: it has ${model.length - 5} bytes, expected ${model.length}`,
    ],
    ["of another format version", otherVersion, "has model format 99, expected 1"],
  ])("fails at its start when the model is %s", async (name, bytes, problem) => {
    expect(await firstInvocation(name, bytes)).toBe(`TASK/${shippedModelFile}: ${problem}; ${cure}`);
  });

  it("starts with the model that was shipped", async () => {
    expect(await firstInvocation("good", model)).toMatchObject({ ok: true });
  });
});

it("is not put beside a bundle that cannot be written to", () => {
  const script = fileURLToPath(new URL("../../infra/ship-model.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, join(temporary, "gone")], {
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});
