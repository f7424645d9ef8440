import type { Act } from "../extraction.ts";
import { acts } from "../extraction.ts";
import doublingList from "../lexicons/doubling-verbs.json" with { type: "json" };
import lexicon from "../lexicons/reporting-verbs.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";

/**
 * What can follow a reporting verb: an addressee first, a clause without "that", a clause, an infinitive, a noun phrase and what it is
 * called, a noun phrase, a quotation, a noun phrase and "as", a bare verb.
 */
export type Complement = "a" | "b" | "c" | "i" | "n" | "o" | "q" | "s" | "v";

/** A form of a reporting verb as it stands in text. */
export interface ReportingVerb {
  readonly base: string;
  readonly act: Act;
  readonly complements: ReadonlySet<Complement>;
  /** Words behind the verb that belong to it: ["for"] of "called for". */
  readonly particles: readonly string[];
  /** A form in -ing, which needs an auxiliary to have a subject of its own. */
  readonly participle: boolean;
  /** The bare form, which after a determiner is a noun and after "to" an infinitive. */
  readonly bare: boolean;
  /** A form that can be a past participle ("was told"). */
  readonly past: boolean;
}

const vowel = /[aeiou]/u;

/** Verbs of more than one syllable that double their last consonant nevertheless. */
const doubling = wordSet(doublingList);

function regularForms(base: string): { s: string; past: string; ing: string } {
  const s = /(?:s|x|z|ch|sh)$/u.test(base)
    ? `${base}es`
    : /[^aeiou]y$/u.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  if (base.endsWith("e")) {
    const ing = base.endsWith("ee") ? `${base}ing` : `${base.slice(0, -1)}ing`;
    return { s, past: `${base}d`, ing };
  }
  if (/[^aeiou]y$/u.test(base)) return { s, past: `${base.slice(0, -1)}ied`, ing: `${base}ing` };
  const stem = doubling.has(base) ? base + base.charAt(base.length - 1) : base;
  return { s, past: `${stem}ed`, ing: `${stem}ing` };
}

/** Verbs whose irregular -ing form is not made by the rule. */
const irregularIng: ReadonlyMap<string, string> = new Map([["begin", "beginning"]]);

function build(): ReadonlyMap<string, readonly ReportingVerb[]> {
  const forms = new Map<string, ReportingVerb[]>();
  for (const entry of lexicon.entries) {
    const [phrase = "", actName = "", complements = "", irregular] = entry.split("|");
    const [base = "", ...particles] = phrase.split(" ");
    const act = acts.find((known) => known === actName);
    if (!act || !vowel.test(base.replace(/y/gu, "e")))
      throw new Error(`reporting-verbs: unreadable entry "${entry}"`);
    const regular = regularForms(base);
    const [past = regular.past, participle = past] = irregular?.split(",") ?? [];
    const add = (form: string, kind: "bare" | "s" | "past" | "ing"): void => {
      const list = forms.get(form) ?? [];
      if (list.some((verb) => verb.base === base && verb.particles.join(" ") === particles.join(" "))) return;
      list.push({
        base,
        act,
        complements: new Set(
          [...complements].filter((letter): letter is Complement => /[abcinoqsv]/u.test(letter)),
        ),
        particles,
        participle: kind === "ing",
        bare: kind === "bare" || kind === "s" || form === base,
        past: kind === "past",
      });
      // Longer phrases first, so that "called for" is tried before "called".
      list.sort((a, b) => b.particles.length - a.particles.length);
      forms.set(form, list);
    };
    add(past, "past");
    add(participle, "past");
    add(base, "bare");
    add(regular.s, "s");
    add(irregularIng.get(base) ?? regular.ing, "ing");
  }
  return forms;
}

const byForm = build();

const none: readonly ReportingVerb[] = [];

/** The reporting verbs that a lower-cased word can be a form of, those with particles first; empty for none. */
export const reportingVerbs = (lower: string): readonly ReportingVerb[] => byForm.get(lower) ?? none;

/** The class of the words that are forms of reporting verbs. */
export const formsOfReportingVerbs = wordClass(byForm.keys());

/** As `reportingVerbs`, of a token: nearly every one is none, and its classes tell. */
export const reportingVerbsOf = (token: Token | undefined): readonly ReportingVerb[] =>
  token && isOf(token, formsOfReportingVerbs) ? reportingVerbs(token.lower) : none;

/** All forms of reporting verbs, in lower case. */
export const reportingVerbForms = (): Iterable<string> => byForm.keys();
