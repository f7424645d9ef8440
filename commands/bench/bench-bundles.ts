import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { shippedModelFile } from "#extraction/model/shipped-model.ts";
import { templateFolder } from "../start/template-folder.ts";

/** What is read of the template: each function with the folder of its bundle. */
const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Metadata: z.looseObject({ "aws:asset:path": z.string().optional() }).optional(),
    }),
  ),
});

/** Megabytes of each function's bundle, and of the model beside it. */
export async function bundleSizes(): Promise<string[]> {
  const folder = await templateFolder(() => {});
  const template: unknown = JSON.parse(readFileSync(join(folder, "Onrecord.template.json"), "utf8"));
  const { Resources } = templateSchema.parse(template);
  return Object.entries(Resources).flatMap(([id, { Type, Metadata }]) => {
    const asset = Metadata?.["aws:asset:path"];
    if (Type !== "AWS::Lambda::Function" || asset === undefined) return [];
    const megabytes = (file: string): string | undefined => {
      const found = statSync(join(folder, asset, file), { throwIfNoEntry: false });
      return found && `${(found.size / 1e6).toFixed(2)} MB`;
    };
    const [code, model] = [megabytes("index.mjs"), megabytes(shippedModelFile)];
    if (code === undefined) return [];
    const name = id.replace(/Function.*/u, "").toLowerCase();
    return [`bundle       ${code}  ${name}${model === undefined ? "" : `, and a model of ${model}`}`];
  });
}
