import { Lemmas, lemmaKind, longestEnding } from "#extraction/syntax/lemmas.ts";
import type { Example } from "./train-tagger.ts";

/** Learns the rules of {@link Lemmas}: short endings first, longer ones where they differ, single words last. */
export function learnLemmas(examples: readonly Example[]): string[] {
  const counts = new Map<string, Map<string, number>>();
  const tagOf = new Map<string, number>();
  for (const { sentence, tag } of examples) {
    sentence.forms.forEach((form, word) => {
      const lemma = (sentence.lemmas[word] ?? "").toLowerCase().replaceAll("’", "'");
      const lower = form.toLowerCase().replaceAll("’", "'");
      const kind = lemmaKind(tag[word] ?? 0);
      if (
        kind === "" ||
        /\s/u.test(lower + lemma) ||
        lemma === "_" ||
        sentence.misc[word]?.includes("CorrectForm")
      )
        return;
      const key = `${kind} ${lower}`;
      tagOf.set(key, tag[word] ?? 0);
      const known = counts.get(key) ?? new Map<string, number>();
      counts.set(key, known.set(lemma, (known.get(lemma) ?? 0) + 1));
    });
  }
  const words = [...counts]
    .map(([key, known]) => {
      const [kind = "", lower = ""] = key.split(" ");
      const lemma = [...known].sort((a, b) => b[1] - a[1])[0]?.[0] ?? lower;
      return { kind, lower, lemma, edit: editOf(lower, lemma), tag: tagOf.get(key) ?? 0 };
    })
    .sort((a, b) => (a.kind + a.lower < b.kind + b.lower ? -1 : 1));
  let rules: string[] = [];
  for (let length = 0; length <= longestEnding; length++) {
    const lemmas = new Lemmas(rules);
    const byEnding = new Map<string, { edits: Map<string, number>; total: number; right: number }>();
    for (const { kind, lower, lemma, edit, tag } of words) {
      if (lower.length <= length) continue;
      const ending = `${kind} ${lower.slice(lower.length - length)}`;
      const known = byEnding.get(ending) ?? { edits: new Map<string, number>(), total: 0, right: 0 };
      known.edits.set(edit, (known.edits.get(edit) ?? 0) + 1);
      known.total++;
      if (lemmas.lemmaOf(lower, tag) === lemma) known.right++;
      byEnding.set(ending, known);
    }
    for (const [ending, { edits, right }] of byEnding) {
      const [best] = [...edits].sort((a, b) => b[1] - a[1]);
      if (best && best[1] >= 2 && best[1] > right) rules = [...rules, `${ending} ${best[0]}`];
    }
  }
  const lemmas = new Lemmas(rules);
  const singles = words.filter(({ lower, lemma, tag }) => lemmas.lemmaOf(lower, tag) !== lemma);
  return [...rules, ...singles.map(({ kind, lower, edit }) => `${kind} ^${lower} ${edit}`)].sort();
}

/** What makes a lemma of a form: how many code units to take off its end, and what to put there. */
function editOf(lower: string, lemma: string): string {
  let same = 0;
  while (same < lower.length && same < lemma.length && lower[same] === lemma[same]) same++;
  return `${lower.length - same} ${lemma.slice(same)}`;
}
