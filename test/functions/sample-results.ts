import type { Extraction } from "#extraction/extraction.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import type { ArticleRevision } from "#functions/segments/envelope.ts";
import { segmentsKey } from "#functions/segments/segments-bucket.ts";
import { type EditionItems, resultItemsOf } from "#functions/store/result-items-of.ts";
import { sortableSequencer } from "#functions/store/sequencer.ts";
import { plainFact } from "../claim-fields.ts";

/** One thing said: a name says the words, with a claim of this worth in them where there is one. */
export type Saying = {
  readonly name: string | null;
  readonly words: string;
  readonly worth?: number;
  /** Printed a second time: the position of the first. */
  readonly repeats?: number;
};

/** An upload of an article with what its results are to be. */
export type SampleUpload = {
  readonly key: string;
  /** Hexadecimal, as in an event. */
  readonly sequencer: string;
  readonly published?: string | null;
  readonly sayings: readonly Saying[];
  readonly extractor?: string;
};

/** The bucket of all sample articles. */
export const sampleBucket = "articles";

/** A stable id of a sample name. */
export const idOf = (name: string): string => name.toLowerCase().replaceAll(" ", "-");

/** Which upload this is. */
export const revisionOf = (upload: SampleUpload): ArticleRevision => ({
  bucket: sampleBucket,
  key: upload.key,
  revision: `version-${upload.sequencer}`,
  sequencer: sortableSequencer(upload.sequencer),
  uploaded: "2026-03-04T05:06:07.000Z",
});

/** The segmented article and the results of an upload: each saying a line like `Ada Brook said: “Words.”` */
export function resultsOf(upload: SampleUpload): { segmented: SegmentedArticle; extraction: Extraction } {
  let text = "A title\n";
  const attributions: Extraction["attributions"] = [];
  const quotes: Extraction["quotes"] = [];
  const claims: Extraction["claims"] = [];
  const actors = new Map<string, Extraction["actors"][number]>();
  for (const [position, { name, words, worth, repeats }] of upload.sayings.entries()) {
    const start = text.length;
    const source = name ?? "";
    text += `${source} said: “${words}”\n`;
    const cue = start + source.length + 1;
    const content = cue + "said: “".length;
    const actor = name === null ? null : idOf(name);
    if (name !== null && actor !== null) {
      const known = actors.get(actor) ?? {
        id: actor,
        name,
        type: "person",
        roles: [],
        ids: {},
        mentions: [],
      };
      known.mentions.push([start, start + name.length]);
      actors.set(actor, known);
    }
    attributions.push({
      id: `a${position}`,
      source: name === null ? [] : [[start, start + source.length]],
      cue: [[cue, cue + 4]],
      content: [[content, content + words.length]],
      form: "direct",
      actor,
      act: "assert",
      negated: false,
      hedged: false,
      confidence: 0.9,
      repeats: repeats === undefined ? null : `a${repeats}`,
      decidedBy: { roles: "sample", actor: "sample" },
    });
    quotes.push({
      id: `q${position}`,
      text: words,
      span: [content, content + words.length],
      attribution: `a${position}`,
      actor,
    });
    if (worth !== undefined) {
      claims.push({
        id: `c${position}`,
        content: [[content, content + words.length]],
        attribution: `a${position}`,
        actor,
        ...plainFact,
        checkWorthy: worth,
        statement: words,
        ambiguous: [],
        repeats: repeats === undefined ? null : `c${repeats}`,
      });
    }
  }
  const segmented = {
    text,
    title: [0, 7] as const,
    authors: [],
    published: null,
    dateline: null,
    segments: [],
  };
  const extraction = {
    title: "A title",
    byline: [],
    published: upload.published === undefined ? "2026-02-03" : upload.published,
    actors: [...actors.values()],
    attributions,
    claims,
    quotes,
    extractor: upload.extractor ?? "onrecord/0.0.0+sample",
  };
  return { segmented, extraction };
}

/** The items of an upload. */
export function sampleEdition(upload: SampleUpload): EditionItems {
  const revision = revisionOf(upload);
  const { segmented, extraction } = resultsOf(upload);
  return resultItemsOf(revision, segmented, extraction, segmentsKey(revision, revision.sequencer));
}
