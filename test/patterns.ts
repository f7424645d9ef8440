import { stripTypeScriptTypes } from "node:module";
import { type AnyNode, type Expression, parse, type SpreadElement } from "acorn";

/** A regular expression of a module. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Line of the module, from 1. */
  readonly line: number;
}

/** What {@link patternsIn} finds in a module. */
export interface FoundPatterns {
  readonly patterns: readonly Pattern[];
  /** Lines with a `RegExp(…)` whose text cannot be read off the module. */
  readonly unread: readonly number[];
}

/**
 * The regular expressions of a TypeScript module: literals, and `RegExp(…)` calls of texts and templates that are
 * put together from constants of the same module.
 */
export function patternsIn(module: string): FoundPatterns {
  // Stripping leaves every character in its place, and so the lines.
  const tree = parse(stripTypeScriptTypes(module), {
    ecmaVersion: "latest",
    sourceType: "module",
    locations: true,
  });
  const constants = new Map<string, string>();
  const patterns: Pattern[] = [];
  const unread: number[] = [];
  for (const node of nodesOf(tree)) {
    const line = node.loc?.start.line ?? 0;
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier") {
      const text = textOf(node.init, constants);
      if (text !== null) constants.set(node.id.name, text);
    } else if (node.type === "Literal" && node.regex) {
      patterns.push({ source: node.regex.pattern, flags: node.regex.flags, line });
    } else if (
      (node.type === "NewExpression" || node.type === "CallExpression") &&
      node.callee.type === "Identifier" &&
      node.callee.name === "RegExp"
    ) {
      const [source, flags] = node.arguments.map((argument) => textOf(argument, constants));
      if (source == null || flags === null) unread.push(line);
      else patterns.push({ source, flags: flags ?? "", line });
    }
  }
  return { patterns, unread };
}

/** A node and all below it, in the order of the text. */
function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const value of Object.values(node) as unknown[]) {
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) yield* nodesOf(one);
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** The text of an expression; `null` where it is known at run time only. */
function textOf(
  node: Expression | SpreadElement | null | undefined,
  constants: ReadonlyMap<string, string>,
): string | null {
  if (node?.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node?.type === "Identifier") return constants.get(node.name) ?? null;
  if (node?.type !== "TemplateLiteral") return null;
  let text = "";
  for (const [index, { value }] of node.quasis.entries()) {
    text += value.cooked;
    const inner = node.expressions[index];
    if (!inner) continue;
    const filled = textOf(inner, constants);
    if (filled === null) return null;
    text += filled;
  }
  return text;
}
