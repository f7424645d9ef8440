import { splitParagraphs } from "../segment/split-paragraphs.ts";
import { textOf } from "../span.ts";
import { type Part, plainParts } from "./article-parts.ts";

/** More lines than an article has; of longer texts the rest is not read. */
const mostLines = 200_000;

/** The paragraphs of plain text inside another format, each made one line. */
export const textParts = (text: string): Part[] =>
  plainParts(splitParagraphs(text, mostLines).map(({ span }) => textOf(text, span)));
