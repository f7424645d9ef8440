/**
 * Relations of Universal Dependencies, version 2, with the subtypes that English treebanks use often. A relation is
 * an index in this list.
 */
export const relations = [
  "root",
  "punct",
  "case",
  "det",
  "nsubj",
  "nsubj:pass",
  "nsubj:outer",
  "csubj",
  "advmod",
  "amod",
  "obj",
  "iobj",
  "obl",
  "obl:agent",
  "obl:unmarked",
  "conj",
  "cc",
  "nmod",
  "nmod:poss",
  "nmod:unmarked",
  "nmod:desc",
  "compound",
  "compound:prt",
  "mark",
  "aux",
  "aux:pass",
  "cop",
  "advcl",
  "xcomp",
  "ccomp",
  "flat",
  "acl",
  "acl:relcl",
  "advcl:relcl",
  "parataxis",
  "nummod",
  "appos",
  "discourse",
  "expl",
  "fixed",
  "list",
  "reparandum",
  "vocative",
  "dislocated",
  "goeswith",
  "orphan",
  "det:predet",
  "cc:preconj",
  "dep",
] as const;
export type Relation = (typeof relations)[number];

/** The index of a relation; a subtype that the list does not have counts as its main type. */
export function relationIndex(relation: string): number {
  const list: readonly string[] = relations;
  const whole = list.indexOf(relation);
  if (whole >= 0) return whole;
  const main = list.indexOf(relation.split(":")[0] ?? "");
  return main >= 0 ? main : list.indexOf("dep");
}
