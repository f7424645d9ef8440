import { acts } from "../extraction.ts";
import reportingNounList from "../lexicons/reporting-nouns.json" with { type: "json" };
import roleNounList from "../lexicons/role-nouns.json" with { type: "json" };
import titleList from "../lexicons/titles.json" with { type: "json" };
import { reportingVerbForms, reportingVerbs } from "../roles/reporting-verbs.ts";
import { lowerHash } from "../syntax/word-forms.ts";
import { NumbersByHash } from "./numbers-by-hash.ts";

/** Bits for what a word can be by the lists; a full stop at the end of a title does not count. */
export const wordTraits = { reportingNoun: 1, title: 2, roleNoun: 4 } as const;

const { reportingNoun, title, roleNoun } = wordTraits;

/** How many bits of what the lists know of a word the traits take up; its class as a reporting verb stands above them. */
const bitsOfTraits = 3;

/** What the lists know of words, by hash. */
const listed = readLists();

function readLists(): NumbersByHash {
  const titles = titleList.entries.flatMap((entry) => [entry, entry.replace(/\.$/u, "")]);
  const forms = [...reportingVerbForms()];
  const lists = [reportingNounList.entries, roleNounList.entries, titles, forms];
  const known = new NumbersByHash(lists.reduce((sum, { length }) => sum + length, 0));
  const add = (word: string, bits: number): void => {
    const hash = lowerHash(word);
    known.put(hash, known.of(hash) | bits);
  };
  for (const noun of reportingNounList.entries) add(noun, reportingNoun);
  for (const noun of roleNounList.entries) add(noun, roleNoun);
  for (const word of titles) add(word, title);
  for (const form of forms) add(form, classOfForm(form) << bitsOfTraits);
  return known;
}

function classOfForm(form: string): number {
  const verbs = reportingVerbs(form);
  const plain = verbs.find(({ particles }) => particles.length === 0);
  const verb = plain ?? verbs[0];
  if (!verb) return 0;
  const act = acts.indexOf(verb.act) + 1;
  const bits = (verb.participle ? 16 : 0) | (plain ? 0 : 32) | (verb.complements.has("c") ? 64 : 0);
  return act | bits;
}

/** What the lists know of a word, by the hash of its form in lower case or of its lemma. */
export const listedAs = (hash: number): number => listed.of(hash);

/** The traits of a word, by what is listed of its form and of its lemma. */
export const traitsOf = (form: number, lemma: number): number =>
  ((form | lemma) & reportingNoun) | (form & title) | (lemma & roleNoun);

/**
 * The class of a reporting verb's form, by what is listed of the form: the number of its act from 1 on, 16 for a form in -ing,
 * 32 for a verb that reports only with a particle, 64 for one that a clause can follow. 0 for other words.
 */
export const reportingClassOf = (form: number): number => form >> bitsOfTraits;
