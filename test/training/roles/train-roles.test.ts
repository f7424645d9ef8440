import { describe, expect, it } from "vitest";
import { featureGroups } from "#extraction/tagger/role-features.ts";
import { RoleModel } from "#extraction/tagger/role-model.ts";
import { tagRoles } from "#extraction/tagger/tag-roles.ts";
import { jackknifeRoles } from "#training/roles/jackknife-roles.ts";
import { sequenceCorpus } from "#training/roles/sequence-corpus.ts";
import { learnRoles } from "#training/roles/train-roles.ts";
import { smallArticles, smallTraining, trainRoles } from "./small-roles.ts";

const corpus = sequenceCorpus(smallArticles, featureGroups);
const everything = (): boolean => true;
const train = (seed = 1) => trainRoles(corpus, smallTraining, seed);
const jackknife = (threads: number) =>
  jackknifeRoles({
    articles: smallArticles,
    corpus,
    training: smallTraining,
    seed: 1,
    folds: 3,
    threads,
    report: () => {},
  });

describe("a tagger of roles", () => {
  it("learns a small corpus by heart", () => {
    expect(smallArticles.length).toBe(6);
    const model = new RoleModel(train());
    for (const { words, gold } of smallArticles) expect(tagRoles(words, model).labels).toEqual(gold);
  });

  it("loses next to nothing in its last round", () => {
    const losses: number[] = [];
    learnRoles(corpus, smallTraining, 1, everything, (_, loss) => losses.push(loss));
    expect(losses).toHaveLength(smallTraining.rounds);
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 100);
  });

  it("has the same weights for the same seed, and others for another", () => {
    const first = train();
    expect(train()).toEqual(first);
    expect(train(2).labels).not.toEqual(first.labels);
  });

  it("learns nothing from articles that it may not learn from", () => {
    const without = trainRoles(corpus, smallTraining, 1, (article) => article !== 0);
    const alone = sequenceCorpus(smallArticles.slice(1), featureGroups);
    expect(without).toEqual(trainRoles(alone, smallTraining, 1));
  });
});

it("a jackknife tags each article by what was learned from others, with any number of threads", async () => {
  const { weights, tagged } = await jackknife(2);
  expect(tagged.map(({ labels }) => labels.length)).toEqual(smallArticles.map(({ words }) => words.length));
  for (const [at, { words }] of smallArticles.entries()) {
    const others = trainRoles(corpus, smallTraining, 1, (article) => article % 3 !== at % 3);
    expect(tagged[at]).toEqual(tagRoles(words, new RoleModel(others)));
  }
  expect(await jackknife(1)).toEqual({ weights, tagged });
});
