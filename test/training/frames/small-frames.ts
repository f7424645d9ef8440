import { featureGroups } from "#extraction/tagger/role-features.ts";
import { RoleModel } from "#extraction/tagger/role-model.ts";
import { tagRoles } from "#extraction/tagger/tag-roles.ts";
import type { FramedArticle } from "#training/frames/frame-corpus.ts";
import { usualFrames } from "#training/frames/train-frames.ts";
import { labelArticle } from "#training/roles/role-corpus.ts";
import { sequenceCorpus } from "#training/roles/sequence-corpus.ts";
import type { RoleTraining } from "#training/roles/train-roles.ts";
import { marked, smallReading, smallTraining, trainRoles } from "../roles/small-roles.ts";

const people = ["Ada", "Orla", "Bram", "Tess", "the mayor", "the minister"];
const events = ["the ferry was late", "the bridge was closed", "a boat had left Tarn", "they saw the tower"];

/** Articles of invented news in which a cue has its source before or behind it, and two cues share a sentence. */
const written = people.map((person, at) => {
  const [one = "", two = "", three = ""] = [0, 1, 2].map((by) => events[(at + by) % events.length]);
  const other = people[(at + 2) % people.length];
  const { text, attributions } = marked(
    `{${person}} [said] <${one}>. In the morning ${two}. <“We know that ${three}”>, [said] {${other}}. ` +
      `The harbour was quiet when ${one}. {${other}} [denied] <that ${two}>. It was the end of the day.`,
  );
  return { name: `harbour-${at}`, text, annotations: [attributions] };
});

const labelled = written.flatMap((article) => {
  const found = labelArticle(article, smallReading);
  return found ? [{ article, ...found }] : [];
});

/** The first pass over such articles. */
export const smallRoles = new RoleModel(
  trainRoles(sequenceCorpus(labelled, featureGroups), smallTraining, 1),
);

export const smallFramed: readonly FramedArticle[] = labelled.map(({ article, words }) => ({
  article,
  words,
  roles: tagRoles(words, smallRoles),
}));

/** Settings for a handful of articles. */
export const smallFrameTraining: RoleTraining = {
  ...usualFrames,
  rounds: 8,
  rate: 0.1,
  edgeRows: 1 << 8,
  labelRows: 1 << 14,
};
