import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
});

const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Mappings: z.record(z.string(), z.unknown()).optional(),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
});

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z
        .object({ templateFile: z.string().optional(), stackName: z.string().optional() })
        .optional(),
    }),
  ),
});

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional(), packaging: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

export type Resource = z.infer<typeof resourceSchema>;

/** One synthesised stack: its resources as they stand in the template, and where its assets lie. */
export interface Template {
  readonly stackName: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly outputs: Readonly<Record<string, { readonly Value?: unknown }>>;
  readonly parameters: Readonly<Record<string, { readonly Default?: unknown }>>;
  /** Absolute folder of the asset that is published under that object key. */
  assetFolder(objectKey: string): string | undefined;
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`Cannot read ${file}: run \`npm run synth\` first, or name the folder it wrote to.`);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(
      `${file} is not what CDK writes (${(error as Error).message.split("\n")[0]}): synthesise again.`,
    );
  }
}

/**
 * Reads a stack from a folder that `cdk synth` wrote.
 *
 * @param folder the cloud assembly, usually `cdk.out`
 * @param stackName which stack; may be left out where there is only one
 * @throws Error where the folder is no cloud assembly or the stack is not in it
 */
export function readTemplate(folder: string, stackName?: string): Template {
  const path = resolve(folder);
  const manifest = readJson(join(path, "manifest.json"), manifestSchema);
  const stacks = Object.entries(manifest.artifacts)
    .filter(([, artifact]) => artifact.type === "aws:cloudformation:stack")
    .map(([id, artifact]) => ({
      id,
      name: artifact.properties?.stackName ?? id,
      file: artifact.properties?.templateFile ?? `${id}.template.json`,
    }));
  const wanted =
    stackName === undefined ? stacks : stacks.filter(({ id, name }) => [id, name].includes(stackName));
  const [stack] = wanted;
  if (stack === undefined || wanted.length > 1) {
    const names = stacks.map(({ name }) => name).join(", ") || "none";
    throw new Error(
      `${path} holds these stacks: ${names}. Name one of them${stackName ? `, not ${stackName}` : ""}.`,
    );
  }
  const template = readJson(join(path, stack.file), templateSchema);
  const assets = readJson(join(path, stack.file.replace(/\.template\.json$/, ".assets.json")), assetsSchema);
  const folders = new Map<string, string>();
  for (const { source, destinations } of Object.values(assets.files)) {
    for (const { objectKey } of Object.values(destinations)) {
      if (source.path !== undefined) folders.set(objectKey, resolve(path, source.path));
    }
  }
  return {
    stackName: stack.name,
    resources: template.Resources,
    outputs: template.Outputs,
    parameters: template.Parameters,
    assetFolder: (objectKey) => folders.get(objectKey),
  };
}
