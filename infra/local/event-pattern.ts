/**
 * Whether an event matches a pattern, as EventBridge rules and the filters of event source mappings define it
 * (Amazon EventBridge User Guide, "Event patterns"): every field of the pattern must match one of its values.
 *
 * @throws Error on an operator that is not known here, naming it
 */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  if (typeof pattern !== "object" || pattern === null || Array.isArray(pattern)) {
    throw new Error(`an event pattern must be an object, not ${JSON.stringify(pattern)}`);
  }
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === "$or") return (wanted as unknown[]).some((one) => matchesPattern(one, event));
    const values = valuesOf(event, field);
    // Where the field is absent, a pattern below it can still ask for absence.
    if (!Array.isArray(wanted)) {
      return (values.length > 0 ? values : [undefined]).some((value) => matchesPattern(wanted, value));
    }
    return wanted.some((one) => matchesAny(one, values));
  });
}

/** The values of a field: an array's elements each count, and a list of objects is looked through. */
function valuesOf(event: unknown, field: string): unknown[] {
  if (Array.isArray(event)) return event.flatMap((one) => valuesOf(one, field));
  if (typeof event !== "object" || event === null || !Object.hasOwn(event, field)) return [];
  const value = (event as Record<string, unknown>)[field];
  return Array.isArray(value) ? value : [value];
}

function matchesAny(wanted: unknown, values: readonly unknown[]): boolean {
  if (typeof wanted !== "object" || wanted === null) return values.includes(wanted);
  const [operator, operand] = Object.entries(wanted)[0] ?? ["", undefined];
  switch (operator) {
    case "exists":
      return values.some((value) => value !== undefined) === operand;
    case "anything-but":
      return values.length > 0 && values.every((value) => !isOneOf(operand, value));
    default:
      return values.some((value) => matchesOperator(operator, operand, value));
  }
}

/** Whether a value is excluded by the operand of `anything-but`: a value, a list, or another operator. */
function isOneOf(operand: unknown, value: unknown): boolean {
  if (Array.isArray(operand)) return operand.includes(value);
  if (typeof operand !== "object" || operand === null) return operand === value;
  return Object.entries(operand).some(([operator, one]) =>
    (Array.isArray(one) ? one : [one]).some((single) => matchesOperator(operator, single, value)),
  );
}

function matchesOperator(operator: string, operand: unknown, value: unknown): boolean {
  if (operator === "numeric") return matchesNumeric(operand as readonly unknown[], value);
  if (typeof operand === "object" && operand !== null && "equals-ignore-case" in operand) {
    const folded = String(operand["equals-ignore-case"]).toLowerCase();
    return typeof value === "string" && matchesOperator(operator, folded, value.toLowerCase());
  }
  if (typeof value !== "string") return false;
  const text = String(operand);
  switch (operator) {
    case "prefix":
      return value.startsWith(text);
    case "suffix":
      return value.endsWith(text);
    case "equals-ignore-case":
      return value.toLowerCase() === text.toLowerCase();
    case "wildcard":
      return matchesWildcard(text, value);
    default:
      throw new Error(`the local stack does not know the event pattern operator "${operator}"`);
  }
}

/** Whether a value is the pattern with something, or nothing, for each `*`. The leftmost place of each part will do. */
function matchesWildcard(pattern: string, value: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return value === pattern;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}

function matchesNumeric(conditions: readonly unknown[], value: unknown): boolean {
  // Numbers of a table item stand as text in a stream record; Lambda's filters compare them as numbers.
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  if (typeof number !== "number" || Number.isNaN(number)) return false;
  for (let index = 0; index + 1 < conditions.length; index += 2) {
    const bound = Number(conditions[index + 1]);
    const holds = {
      "=": number === bound,
      "<": number < bound,
      "<=": number <= bound,
      ">": number > bound,
      ">=": number >= bound,
    }[String(conditions[index])];
    if (holds !== true) return false;
  }
  return true;
}
