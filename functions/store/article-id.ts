import { createHash } from "node:crypto";
import { z } from "zod";

/** Which object an article is: bucket and decoded key. */
export const articleIdSchema = z.object({ bucket: z.string().min(1), key: z.string().min(1) });
export type ArticleId = z.infer<typeof articleIdSchema>;

/** An article as one string, `BUCKET/KEY`: a bucket's name has no slash, so nothing is lost. */
export const articleName = (article: ArticleId): string => `${article.bucket}/${article.key}`;

/** 32 hexadecimal digits of the text's SHA-256. */
export const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);

/** 32 hexadecimal digits that stand for an article where its name would be too long. */
export const articleHash = (article: ArticleId): string => shortHash(articleName(article));
