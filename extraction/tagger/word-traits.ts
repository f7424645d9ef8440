import { acts } from "../extraction.ts";
import reportingNounList from "../lexicons/reporting-nouns.json" with { type: "json" };
import roleNounList from "../lexicons/role-nouns.json" with { type: "json" };
import titleList from "../lexicons/titles.json" with { type: "json" };
import { reportingVerbForms, reportingVerbs } from "../roles/reporting-verbs.ts";
import { lowerHash } from "../syntax/word-forms.ts";

/** Bits for what a word can be by the lists; a full stop at the end of a title does not count. */
export const wordTraits = { reportingNoun: 1, title: 2, roleNoun: 4 } as const;

const hashesOf = (entries: readonly string[]): ReadonlySet<number> => new Set(entries.map(lowerHash));

const reportingNouns = hashesOf(reportingNounList.entries);
const roleNouns = hashesOf(roleNounList.entries);
const titles = hashesOf(titleList.entries.flatMap((title) => [title, title.replace(/\.$/u, "")]));

/** The traits of a word, by the hashes of its form in lower case and of its lemma. */
export const traitsOf = (lower: number, lemma: number): number =>
  (reportingNouns.has(lemma) || reportingNouns.has(lower) ? wordTraits.reportingNoun : 0) |
  (titles.has(lower) ? wordTraits.title : 0) |
  (roleNouns.has(lemma) ? wordTraits.roleNoun : 0);

const reportingClasses: ReadonlyMap<number, number> = new Map(
  [...reportingVerbForms()].map((form) => [lowerHash(form), classOfForm(form)]),
);

function classOfForm(form: string): number {
  const verbs = reportingVerbs(form);
  const plain = verbs.find(({ particles }) => particles.length === 0);
  const verb = plain ?? verbs[0];
  if (!verb) return 0;
  const act = acts.indexOf(verb.act) + 1;
  const bits = (verb.participle ? 16 : 0) | (plain ? 0 : 32) | (verb.complements.has("c") ? 64 : 0);
  return act | bits;
}

/**
 * The class of a reporting verb's form, from the hash of the form in lower case: the number of its act from 1 on, 16 for a
 * form in -ing, 32 for a verb that reports only with a particle, 64 for one that a clause can follow. 0 for other words.
 */
export const reportingClassOf = (lower: number): number => reportingClasses.get(lower) ?? 0;
