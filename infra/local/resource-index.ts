import type { Template } from "./template.ts";

/** A resource of the template, with its name on this machine. */
export interface LocalResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalName: string;
}

/** The resources of a template, in its order. */
export const listResources = (template: Template, names: ReadonlyMap<string, string>): LocalResource[] =>
  Object.entries(template.resources).map(([logicalId, { Type }]) => ({
    logicalId,
    type: Type,
    physicalName: names.get(logicalId) ?? logicalId,
  }));

/**
 * The resource of a type with that logical id or physical name, or whose logical id alone begins so.
 *
 * @throws Error naming those there are
 */
export function findResource(resources: readonly LocalResource[], type: string, name: string): LocalResource {
  const candidates = resources.filter((one) => one.type === type);
  const exact = candidates.filter((one) => [one.logicalId, one.physicalName].includes(name));
  const [found, second] =
    exact.length > 0 ? exact : candidates.filter((one) => one.logicalId.startsWith(name));
  if (found !== undefined && second === undefined) return found;
  const known = candidates.map((one) => one.logicalId).join(", ") || "none";
  throw new Error(
    `${name} is ${found === undefined ? "no" : "more than one"} ${type} of the template. There are: ${known}`,
  );
}
