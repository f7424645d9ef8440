import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { OnrecordStack } from "#infra/onrecord-stack.ts";
import { settingsFrom } from "#infra/settings.ts";

/** Synthesises the stack with the given context, without bundling the functions. */
export function templateWith(context: Record<string, unknown> = {}): Template {
  const app = new App({ context: { "aws:cdk:bundling-stacks": [], ...context } });
  return Template.fromStack(new OnrecordStack(app, "Onrecord", { settings: settingsFrom(app.node) }));
}

/** A resource of a template, as far as these tests look into it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

/** The resources of a type whose logical id begins with `prefix`. */
export function resourcesOf(template: Template, type: string, prefix = ""): Map<string, Resource> {
  const found: Record<string, unknown> = template.findResources(type);
  return new Map(
    Object.entries(found)
      .filter(([id]) => id.startsWith(prefix))
      .map(([id, resource]) => [id, resource as Resource]),
  );
}

/** The one resource of a type whose logical id begins with `prefix`; throws where there is none or several. */
export function theResource(template: Template, type: string, prefix: string): [string, Resource] {
  const found = [...resourcesOf(template, type, prefix)];
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`expected one ${type} ${prefix}…, found ${found.map(([id]) => id).join(", ") || "none"}`);
  }
  return first;
}
