import { App } from "aws-cdk-lib";
import { KnownActorsFileError } from "./known-actors-file.ts";
import { OnrecordStack } from "./onrecord-stack.ts";
import { settingsFrom } from "./settings.ts";

const app = new App();
try {
  new OnrecordStack(app, "Onrecord", { settings: settingsFrom(app.node) });
} catch (error) {
  if (!(error instanceof KnownActorsFileError)) throw error;
  // A fault of the user's file: one line says it, and no stack helps. Exits here, or a half-made app would be synthesised.
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
