import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What makes a function run by itself, and what tells a queue of an object. */
const triggers = ["AWS::Lambda::EventSourceMapping", "Custom::S3BucketNotifications"];

/**
 * Takes every trigger out of a synthesised template, so that in the local stack made from it a function runs
 * when it is invoked and never otherwise.
 */
export async function stillTemplate(folder: string, stackName: string): Promise<void> {
  const file = join(folder, `${stackName}.template.json`);
  const template = JSON.parse(await readFile(file, "utf8")) as {
    Resources: Record<string, { Type: string }>;
  };
  const kept = Object.entries(template.Resources).filter(([, { Type }]) => !triggers.includes(Type));
  await writeFile(file, JSON.stringify({ ...template, Resources: Object.fromEntries(kept) }));
}
