import type { Node } from "constructs";
import { z } from "zod";

/** Days that CloudWatch Logs can keep a log group's events (its API takes no others). */
const retentionDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653] as const;

/** The command line (`cdk deploy -c onrecord:maximumConcurrency=4`) hands over every value as a string. */
const number = z.coerce.number().int();
const flag = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })]);

/**
 * What whoever deploys may choose, each as the context key `onrecord:NAME` in `cdk.json` or on the command
 * line. `docs/deployment.md` explains every one.
 */
export const settingsSchema = z.strictObject({
  /** What becomes of buckets, table and logs when the stack is deleted. `destroy` empties the buckets first. */
  removal: z.enum(["retain", "destroy"]).default("retain"),
  /** Whether the table refuses to be deleted. By default it does, unless `removal` is `destroy`. */
  deletionProtection: flag.optional(),
  /** Days that the functions' and the API's logs are kept. */
  logRetentionDays: number
    .refine((days) => retentionDays.some((allowed) => allowed === days), {
      error: `must be one of ${retentionDays.join(", ")}`,
    })
    .default(30),
  /** Days that an overwritten or deleted article is kept in its bucket. */
  noncurrentVersionDays: number.min(1).default(30),
  /** How many batches of each queue are worked on at once: 2 (the least that Lambda takes) to 1,000. */
  maximumConcurrency: number.min(2).max(1000).default(10),
  /** Requests a second, on average, that the read API answers before it says 429; bursts may be twice that. */
  apiRequestsPerSecond: number.min(1).max(10_000).default(50),
  /** A CSV file of known actors, relative to the project's root. By default `actors.csv` there, if it exists. */
  actors: z.string().min(1).optional(),
  /** ARN of an SNS topic that is told of every alarm. Without it the alarms only change colour. */
  alarmTopicArn: z.string().startsWith("arn:").optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

const prefix = "onrecord:";

/**
 * Reads the settings from a construct's context. Throws an error with one line per wrong or unknown key.
 */
export function settingsFrom(node: Node): Settings {
  const context: Record<string, unknown> = node.getAllContext();
  const given = Object.entries(context)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value]);
  const parsed = settingsSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => `${prefix}${key} is not a setting; there are ${names.join(", ")}`)
      : [`${prefix}${issue.path.join(".")}: ${issue.message}`],
  );
  throw new Error(`Wrong context in cdk.json or after -c:\n${lines.join("\n")}`);
}

const names = Object.keys(settingsSchema.shape).map((name) => `${prefix}${name}`);
