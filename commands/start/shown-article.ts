import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { envelopeSchema } from "#functions/segments/envelope.ts";
import { currentResultsSchema, headItemSchema } from "#functions/store/head-item.ts";
import {
  articleActorItemSchema,
  attributionItemSchema,
  claimItemSchema,
} from "#functions/store/result-items.ts";
import {
  presentExtraction,
  type ShownExtraction,
  type TableStyle,
} from "../presentation/extraction-table.ts";

const inTable = { pk: true, sk: true, edition: true } as const;

/** What the API answers for one article, as far as it is shown. */
const answerSchema = z.object({
  state: headItemSchema.shape.state,
  results: currentResultsSchema.omit({ edition: true, items: true }).nullable(),
  attributions: z.array(attributionItemSchema.omit(inTable)),
  claims: z.array(claimItemSchema.omit(inTable)),
  actors: z.array(articleActorItemSchema.omit(inTable)),
});

/** Where an article's results are read from. */
export interface ResultSources {
  /** `http://127.0.0.1:PORT` of the API. */
  readonly api: string;
  readonly s3: S3Client;
  readonly segmentsBucket: string;
}

/**
 * Who said what in an article, as lines for people: read through the API as any other program would, with the
 * text from the segments bucket. @throws Error where either cannot be read
 */
export async function showArticle(
  sources: ResultSources,
  article: { readonly bucket: string; readonly key: string },
  style: TableStyle,
): Promise<string[]> {
  // Slashes of the key are encoded too, or a client would take "a/../b" for a way up.
  const path = `${article.bucket}/${encodeURIComponent(article.key)}`;
  const response = await fetch(`${sources.api}/articles/${path}`);
  if (!response.ok)
    throw new Error(`${article.key}: the API answers ${response.status}: ${await response.text()}`);
  const answer = answerSchema.parse(await response.json());
  if (answer.results === null) return [];
  const stored = await sources.s3.send(
    new GetObjectCommand({ Bucket: sources.segmentsBucket, Key: answer.results.segments }),
  );
  const envelope = envelopeSchema.parse(JSON.parse((await stored.Body?.transformToString()) ?? ""));
  return presentExtraction(article.key, envelope.segmented.text, extractionOf(answer), style);
}

/** The results in the engine's own form: spans without their words, actors by id. */
function extractionOf({
  results,
  attributions,
  claims,
  actors,
}: z.infer<typeof answerSchema>): ShownExtraction {
  const spans = (passages: readonly { readonly span: readonly [number, number] }[]) =>
    passages.map(({ span }) => span);
  return {
    title: results?.title ?? null,
    byline: results?.byline ?? [],
    published: results?.published ?? null,
    actors,
    attributions: attributions.map((item) => ({
      ...item,
      source: spans(item.source),
      cue: spans(item.cue),
      content: spans(item.content),
      actor: item.actor?.id ?? null,
    })),
    claims: claims.map((item) => ({ ...item, content: spans(item.content), actor: item.actor?.id ?? null })),
    quotes: [],
    extractor: results?.extractor ?? "",
  };
}
