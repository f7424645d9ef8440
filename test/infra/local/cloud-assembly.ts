import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a small test stack consists of. */
export interface TestStack {
  readonly resources: Readonly<Record<string, object>>;
  readonly outputs?: Readonly<Record<string, { Value: unknown }>>;
  /** Source of each function's bundle, by the object key its `Code` names. */
  readonly code?: Readonly<Record<string, string>>;
}

/** Writes a folder as `cdk synth` does, for a stack `Test`. */
export function writeAssembly(folder: string, stack: TestStack): string {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(content, undefined, 1));
  write("manifest.json", {
    version: "55.0.0",
    artifacts: {
      "Test.assets": { type: "cdk:asset-manifest", properties: { file: "Test.assets.json" } },
      Test: { type: "aws:cloudformation:stack", properties: { templateFile: "Test.template.json" } },
    },
  });
  write("Test.template.json", { Resources: stack.resources, Outputs: stack.outputs ?? {} });
  const files: Record<string, object> = {};
  for (const [key, source] of Object.entries(stack.code ?? {})) {
    const path = `asset.${key}`;
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, "index.mjs"), source);
    files[key] = { source: { path, packaging: "zip" }, destinations: { local: { objectKey: `${key}.zip` } } };
  }
  write("Test.assets.json", { version: "55.0.0", files });
  return folder;
}

/** An AWS::Lambda::Function over the code of that key. */
export const testFunction = (key: string, properties: object = {}): object => ({
  Type: "AWS::Lambda::Function",
  Properties: {
    Code: { S3Bucket: "assets", S3Key: `${key}.zip` },
    Handler: "index.handler",
    Runtime: "nodejs24.x",
    MemorySize: 128,
    Timeout: 10,
    ...properties,
  },
});
