import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const cdk = fileURLToPath(new URL("../node_modules/aws-cdk/bin/cdk", import.meta.url));

/**
 * Synthesises the CDK app into a folder (absolute path), bundles included. Needs no network and no account. `context`
 * are settings as on CDK's command line.
 *
 * @throws Error with what CDK wrote where it fails
 */
export async function synthesize(
  folder: string,
  context: Readonly<Record<string, string>> = {},
): Promise<void> {
  const settings = Object.entries(context).flatMap(([key, value]) => ["--context", `${key}=${value}`]);
  try {
    await promisify(execFile)(process.execPath, [cdk, "synth", "--quiet", "--output", folder, ...settings], {
      cwd: root,
      // `node infra/app.ts` must find the Node that runs this, not an older one of the system.
      env: {
        ...process.env,
        PATH: `${fileURLToPath(new URL("../node_modules/.bin", import.meta.url))}:${process.env.PATH}`,
      },
    });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`The CDK app cannot be synthesised:\n${stderr?.trim() || message}`);
  }
}
