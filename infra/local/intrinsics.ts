/** What a template's functions refer to, as values of this machine. */
export interface References {
  /** `Ref` of a resource, parameter or pseudo parameter. */
  ref(name: string): unknown;
  /** `Fn::GetAtt`. */
  attribute(resource: string, name: string): unknown;
}

const text = (value: unknown): string => {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return String(value);
  throw new Error(`a text was expected in the template, not ${JSON.stringify(value)}`);
};

const list = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new Error(`a list was expected in the template, not ${JSON.stringify(value)}`);
};

/** `${Name}`, `${Name.Attribute}` and `${!Literal}` in the text of an `Fn::Sub`. */
function substitute(argument: unknown, references: References): string {
  const [template, variables] = Array.isArray(argument)
    ? [text(argument[0]), (argument[1] ?? {}) as Record<string, unknown>]
    : [text(argument), {} as Record<string, unknown>];
  return template.replaceAll(/\$\{(!?)([^{}]+)\}/g, (_, literal: string, name: string) => {
    if (literal !== "") return `\${${name}}`;
    if (Object.hasOwn(variables, name)) return text(resolveIntrinsics(variables[name], references));
    const dot = name.indexOf(".");
    return text(
      dot < 0 ? references.ref(name) : references.attribute(name.slice(0, dot), name.slice(dot + 1)),
    );
  });
}

/**
 * A part of a template with its functions worked out: Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select and
 * Fn::Split.
 *
 * @throws Error on a function that is not one of these, naming it
 */
export function resolveIntrinsics(value: unknown, references: References): unknown {
  if (Array.isArray(value)) return value.map((one) => resolveIntrinsics(one, references));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && (first[0] === "Ref" || first[0].startsWith("Fn::"))) {
    const [name, raw] = first;
    if (name === "Ref") return references.ref(text(raw));
    if (name === "Fn::Sub") return substitute(raw, references);
    const argument = resolveIntrinsics(raw, references);
    switch (name) {
      case "Fn::GetAtt": {
        const [resource, ...attribute] = Array.isArray(argument)
          ? argument.map(text)
          : text(argument).split(".");
        return references.attribute(resource ?? "", attribute.join("."));
      }
      case "Fn::Join": {
        const [separator, parts] = list(argument);
        return list(parts).map(text).join(text(separator));
      }
      case "Fn::Split": {
        const [separator, whole] = list(argument);
        return text(whole).split(text(separator));
      }
      case "Fn::Select": {
        const [index, parts] = list(argument);
        return list(parts)[Number(index)];
      }
      default:
        throw new Error(`the local stack does not know the template function ${name}`);
    }
  }
  return Object.fromEntries(entries.map(([key, one]) => [key, resolveIntrinsics(one, references)]));
}
