import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { acts, type Claim, claimKinds, tenses } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import { filesOf } from "./files-of.ts";
import { locateSnippet } from "./locate-snippet.ts";

/** A claim as a careful reader finds it, with its fields: see `test/claims/README.md`. */
export interface GoldClaim
  extends Pick<Claim, "act" | "tense" | "kind" | "negated" | "checkable" | "dimensions"> {
  readonly content: readonly Span[];
  /** The full name; `null` where nobody is named. */
  readonly actor: string | null;
  /** The words that hedge, lower-cased. */
  readonly hedges: readonly string[];
  /** Full names. */
  readonly about: readonly string[];
  /** The statements that are acceptable, the one written first in front; `null` where none should be given. */
  readonly statements: readonly (string | null)[];
}

/** All claims of an article. */
export interface ClaimGold {
  readonly name: string;
  readonly text: string;
  readonly claims: readonly GoldClaim[];
}

const lineSchema = z.tuple([
  z.string().min(1),
  z.string().min(1),
  z.enum(acts),
  z.union([z.literal("-").transform(() => null), z.enum(tenses)]),
  z.enum(claimKinds),
  z.string().regex(/^n?c?s?m?p?f?$/u),
  z.string(),
  z.string(),
  z.string().min(1),
]);

const listed = (cell: string): string[] => (cell === "" ? [] : cell.split(";"));

/** Reads one line of the gold. @throws Error that says what is wrong with it */
export function readClaimLine(text: string, line: string): GoldClaim {
  const cells = lineSchema.safeParse(line.split("|"));
  if (!cells.success) throw new Error(`${line}: ${z.prettifyError(cells.error)}`);
  const [content, actor, act, tense, kind, flags, hedges, about, statements] = cells.data;
  return {
    content: content.split(" … ").map((snippet) => locateSnippet(text, snippet)),
    actor: actor === "-" ? null : actor,
    act,
    tense,
    kind,
    negated: flags.includes("n"),
    checkable: flags.includes("c"),
    dimensions: {
      specific: flags.includes("s"),
      aboutMany: flags.includes("m"),
      notPersonal: flags.includes("p"),
      notPrediction: flags.includes("f"),
    },
    hedges: listed(hedges).map((words) => words.toLowerCase()),
    about: listed(about),
    statements: statements.split(" / ").map((sentence) => {
      if (sentence === "-") return null;
      return sentence === "=" ? content.replaceAll(" … ", " ") : sentence;
    }),
  };
}

/** Every `NAME.txt` of `claims` with the article of that name in `articles`, by name. @throws Error that names file and fault */
export function readClaimGold(claims: string, articles: string): ClaimGold[] {
  return filesOf(claims)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const text = readFileSync(join(articles, file), "utf8");
      const lines = readFileSync(join(claims, file), "utf8").split("\n");
      try {
        return {
          name: file.slice(0, -".txt".length),
          text,
          claims: lines
            .filter((line) => line !== "" && !line.startsWith("#"))
            .map((line) => readClaimLine(text, line)),
        };
      } catch (error) {
        throw new Error(`${join(claims, file)}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
}
