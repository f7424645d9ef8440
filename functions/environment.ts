import { z } from "zod";

const variables = {
  /** The results table. */
  TABLE_NAME: z.string().min(1),
  /** The bucket of segmented articles. */
  SEGMENTS_BUCKET: z.string().min(1),
  /** The bus that articles' events go to. */
  EVENT_BUS_NAME: z.string().min(1),
};

/** The environment variables that functions are configured by; each function needs some of them. */
export type VariableName = keyof typeof variables;

/** Reads the variables named, once, when the function starts. @throws Error naming every one that is missing. */
export function readEnvironment<Name extends VariableName>(...names: Name[]): Record<Name, string> {
  const missing = names.filter((name) => !variables[name].safeParse(process.env[name]).success);
  if (missing.length > 0) {
    throw new Error(
      `environment variable ${missing.join(", ")} is not set; the stack sets it on the function`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Record<Name, string>;
}
