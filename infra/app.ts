import { App } from "aws-cdk-lib";
import { OnrecordStack } from "./onrecord-stack.ts";
import { settingsFrom } from "./settings.ts";

const app = new App();
new OnrecordStack(app, "Onrecord", { settings: settingsFrom(app.node) });
