import type { SyntaxSettings } from "#training/syntax/train-syntax.ts";
import { parseConllu, type TreebankSentence } from "#training/syntax/treebank.ts";

/** A line of a small treebank: form, tag, head (from 1, 0 for the root), relation, and marks of mentions. */
type Line = readonly [form: string, tag: string, head: number, relation: string, entity?: string];

const conllu = (lines: readonly Line[]): string =>
  [
    `# text = ${lines.map(([form]) => form).join(" ")}`,
    ...lines.map(([form, tag, head, relation, entity], at) =>
      [
        at + 1,
        form,
        form.toLowerCase(),
        "X",
        tag,
        "_",
        head,
        relation,
        "_",
        entity ? `Entity=${entity}` : "_",
      ].join("\t"),
    ),
  ].join("\n");

const speakers = ["Ada", "Orla", "Bram", "Tess"];
const places = ["Tarn", "Velm", "Ostry", "Quill"];
const verbs = ["left", "reached", "praised", "saw"];

/** Sentences made of invented names, of two patterns. */
export const smallTreebank: readonly TreebankSentence[] = parseConllu(
  speakers
    .flatMap((speaker, at) =>
      places.flatMap((place, other) => {
        const verb = verbs[(at + other) % verbs.length] ?? "saw";
        return [
          conllu([
            [speaker, "NNP", 2, "nsubj", "(1-person-new-coref)"],
            ["said", "VBD", 0, "root"],
            ["the", "DT", 4, "det", "(2-person-new-coref"],
            ["mayor", "NN", 5, "nsubj", "2)"],
            [verb, "VBD", 2, "ccomp"],
            [place, "NNP", 5, "obj", "(3-place-new-coref)"],
            [".", ".", 2, "punct"],
          ]),
          conllu([
            ["They", "PRP", 2, "nsubj", "(1-person-giv-ana)"],
            [verb, "VBD", 0, "root"],
            ["a", "DT", 4, "det", "(2-object-new-coref"],
            ["boat", "NN", 2, "obj"],
            ["in", "IN", 6, "case"],
            [place, "NNP", 4, "nmod", "(3-place-new-coref)2)"],
            [".", ".", 2, "punct"],
          ]),
        ];
      }),
    )
    .join("\n\n"),
);

/** Settings for so few words: every feature gets its weights, and all are kept. */
export const smallSettings: SyntaxSettings = {
  tagger: { rounds: 6, admission: 1, least: 0, scale: 8 },
  transition: { rounds: 6, admission: 1, least: 0, scale: 8 },
  relation: { rounds: 6, admission: 1, least: 0, scale: 8 },
  mention: { rounds: 6, admission: 1, least: 0, scale: 8 },
};
