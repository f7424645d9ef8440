import { z } from "zod";
import { actorOrders } from "../store/read-actors.ts";
import { daysBetween } from "../store/read-claims.ts";
import { statementKinds } from "../store/read-statements.ts";
import { listedStates } from "../store/read-states.ts";
import { claimOrders } from "./presentation.ts";
import { RequestError } from "./request-error.ts";

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(", ")}`);

const day = z.iso.date("must be a day like 2026-01-31");

const pageShape = {
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/u, "must be a whole number from 1 to 100")
    .transform(Number)
    .default(25),
  cursor: z.string().min(1, "must be what the page before gave").optional(),
};

/** The query parameters that each route takes; any other is refused. */
export const parameterSchemas = {
  none: z.strictObject({}),
  article: z.strictObject({ claims: oneOf(claimOrders).default("place") }),
  states: z.strictObject({ ...pageShape, state: oneOf(listedStates) }),
  actors: z.strictObject({
    ...pageShape,
    order: oneOf(actorOrders).default("name"),
    prefix: z.string().max(100, "must have at most 100 characters").optional(),
  }),
  statements: z.strictObject({
    ...pageShape,
    kind: oneOf(statementKinds).default("both"),
    from: day.optional(),
    to: day.optional(),
  }),
  claims: z.strictObject({ ...pageShape, day: day.optional(), from: day.optional(), to: day.optional() }),
};

/**
 * Checks a request's query parameters.
 * @throws RequestError 400 that names the first parameter that is wrong.
 */
export function readParameters<Schema extends z.ZodType>(
  schema: Schema,
  query: Readonly<Record<string, string | undefined>> | undefined,
): z.output<Schema> {
  const parsed = schema.safeParse(query ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    throw new RequestError(400, `${issue.keys[0]} is no parameter of this route; GET / lists them all`);
  }
  throw new RequestError(400, `${issue?.path.join(".")} ${issue?.message}`);
}

/** The days that `day`, or `from` and `to`, ask for. @throws RequestError 400 */
export function readDays(query: {
  readonly day?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): string[] {
  if (query.day !== undefined) {
    if (query.from !== undefined || query.to !== undefined) {
      throw new RequestError(400, "day cannot stand beside from and to; give one or the other");
    }
    return [query.day];
  }
  if (query.from === undefined || query.to === undefined) {
    throw new RequestError(400, "day is missing; give day, or from and to");
  }
  try {
    return daysBetween(query.from, query.to);
  } catch (error) {
    if (error instanceof RangeError) throw new RequestError(400, error.message);
    throw error;
  }
}
