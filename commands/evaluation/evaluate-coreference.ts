import { coreferenceDocuments } from "#training/actors/coreference-document.ts";
import { mentionKinds, scoreCoreference } from "#training/actors/score-coreference.ts";
import { readTreebank } from "#training/syntax/treebank.ts";

/**
 * How the resolver puts together the mentions of people and organisations of a treebank with coreference, as GUM has it:
 * a table, or JSON. @throws Error where the folder holds no such treebank
 */
export function evaluateCoreference(folder: string, { json }: { readonly json: boolean }): string {
  const documents = coreferenceDocuments(readTreebank(folder, "*.conllu"));
  if (!documents.some(({ mentions }) => mentions.length > 0))
    throw new Error(`${folder}: holds no .conllu file with Entity= marks; give a folder such as gum/dev`);
  const score = scoreCoreference(documents);
  if (json) return JSON.stringify({ documents: documents.length, ...score }, null, 2);
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(9);
  const of = (part: number, whole: number): string => percent(whole > 0 ? part / whole : 0);
  const { precision, recall, f1 } = score.bCubed;
  return [
    `${documents.length} documents`,
    "mentioned before    count resolved    right",
    ...mentionKinds.map((kind) => {
      const { gold, resolved, right } = score.anaphors[kind];
      return `${kind.padEnd(16)}${String(gold).padStart(9)}${of(resolved, gold)}${of(right, resolved)}`;
    }),
    "",
    "                        P        R       F1",
    `B³              ${percent(precision)}${percent(recall)}${percent(f1)}`,
  ].join("\n");
}
