import { refusalOfLength } from "../decode/maximum-size.ts";
import type { GivenStructure } from "../formats/compose.ts";
import { type Accepted, rejected } from "../rejection.ts";
import type { Segment, SegmentedArticle, SegmentKind, SpeakerLabel } from "../segmented-article.ts";
import { type Span, textOf, trimmed } from "../span.ts";
import { detectForeignLanguage } from "./detect-language.ts";
import { findDates } from "./find-dates.ts";
import { findRepeats } from "./find-repeats.ts";
import { givenMasthead } from "./given-masthead.ts";
import { isSubheading } from "./headline.ts";
import { type Dateline, readDateline } from "./read-dateline.ts";
import { readMasthead } from "./read-masthead.ts";
import { speakerLabels } from "./speaker-labels.ts";
import { splitParagraphs } from "./split-paragraphs.ts";
import { splitSentences } from "./split-sentences.ts";
import { isBoilerplate, isCaption } from "./surrounding-matter.ts";

/** A paragraph, or the dateline at its head, before sentences and repeats. */
interface Piece {
  readonly kind: SegmentKind;
  readonly span: Span;
  readonly speaker: SpeakerLabel | null;
}

/** An article with more paragraphs or sentences is refused: a million characters of prose have fewer, and each costs memory. */
const maximumSentences = 100_000;

/** A dateline is looked for in this many body paragraphs: a note of the editor's may stand before it. */
const datelineWithin = 3;

/**
 * Takes a text apart: headline, byline with authors and date, dateline, subheadings, captions, boilerplate,
 * turns of speakers, sentences, repeats. Pure; never throws; time grows with the length of the text.
 *
 * Segments are in order, do not overlap and hold every character that is not white space. A dateline is a
 * segment of its own, and the paragraph that it opens begins behind it. The sentences of a segment hold all
 * of it but a speaker's label. Rejected: a text in another language than English, with nothing in it, or with
 * more than `maximumSentences`.
 *
 * What the file itself says (`given`) goes before what its text looks like.
 */
export function segmentArticle(
  text: string,
  given: GivenStructure | null = null,
): Accepted<SegmentedArticle> {
  const tooLong = refusalOfLength(text.length);
  if (tooLong !== null) return { ok: false, rejection: tooLong };
  const paragraphs = splitParagraphs(text, maximumSentences);
  if (paragraphs.length === 0)
    return rejected("empty", "holds nothing but white space; put the text of an article into it");
  if (paragraphs.length > maximumSentences) return rejected("too-large", tooMany("paragraphs"));
  const language = detectForeignLanguage(text);
  if (language !== null) {
    return rejected(
      "unsupported-language",
      `seems to be in ${language}; only English is read: give an English text`,
    );
  }

  const masthead = givenMasthead(readMasthead(text, paragraphs), paragraphs, given);
  const spans = paragraphs.map(({ span }) => span);
  const speakers = speakerLabels(text, spans);
  const kinds = spans.map((span, index): SegmentKind => {
    const known = masthead.kinds.get(index);
    if (known !== undefined) return known;
    if (speakers.has(index)) return "body";
    const paragraph = textOf(text, span);
    if (isCaption(paragraph)) return "caption";
    if (isBoilerplate(paragraph)) return "boilerplate";
    const next = spans[index + 1];
    return isSubheading(paragraph, next && textOf(text, next)) ? "subheading" : "body";
  });
  const dateline = firstDateline(text, spans, kinds);
  const pieces = spans.flatMap((span, index) =>
    piecesOf(text, { kind: kinds[index] ?? "body", span, speaker: speakers.get(index) ?? null }, dateline),
  );
  const segments = withSentences(text, pieces);
  if (segments === null) return rejected("too-large", tooMany("sentences"));
  return {
    ok: true,
    value: {
      text,
      title: masthead.title,
      authors: masthead.authors,
      published: masthead.published ?? dateOf(text, dateline),
      dateline,
      segments,
    },
  };
}

const tooMany = (what: string): string =>
  `has more than ${maximumSentences} ${what}; that is no article: split it`;

function firstDateline(text: string, spans: readonly Span[], kinds: readonly SegmentKind[]): Dateline | null {
  const body = spans.filter((_, index) => kinds[index] === "body").slice(0, datelineWithin);
  for (const span of body) {
    const dateline = readDateline(text, span);
    if (dateline !== null) return dateline;
  }
  return null;
}

/** The date in a dateline, which counts as the day of publication if it has a year. */
function dateOf(text: string, dateline: Dateline | null): SegmentedArticle["published"] {
  if (dateline === null) return null;
  const [date] = findDates(textOf(text, dateline.span));
  const start = dateline.span[0];
  return date === undefined ? null : { date: date.date, span: [start + date.start, start + date.end] };
}

/** The piece itself, or the dateline and what follows it. */
function piecesOf(text: string, piece: Piece, dateline: Dateline | null): Piece[] {
  if (dateline === null || dateline.span[0] !== piece.span[0]) return [piece];
  return [
    { kind: "dateline", span: dateline.span, speaker: null },
    { ...piece, span: trimmed(text, [dateline.span[1], piece.span[1]]) },
  ];
}

function withSentences(text: string, pieces: readonly Piece[]): Segment[] | null {
  const isBody = pieces.map(({ kind }) => kind === "body");
  const paragraphRepeats = findRepeats(
    text,
    pieces.filter((_, index) => isBody[index]).map(({ span }) => span),
  );
  const sentences = pieces.map(({ span, speaker }) =>
    splitSentences(text, [speaker?.label[1] ?? span[0], span[1]]),
  );
  if (sentences.reduce((sum, { length }) => sum + length, 0) > maximumSentences) return null;
  const sentenceRepeats = findRepeats(text, sentences.filter((_, index) => isBody[index]).flat());
  let paragraphsBefore = 0;
  let sentencesBefore = 0;
  return pieces.map(({ kind, span, speaker }, index) => {
    const own = sentences[index] ?? [];
    if (!isBody[index]) {
      return {
        kind,
        span,
        sentences: own.map((sentence) => ({ span: sentence, repeats: null })),
        repeats: null,
        speaker,
      };
    }
    const repeats = paragraphRepeats[paragraphsBefore++] ?? null;
    const marked = own.map((sentence) => ({
      span: sentence,
      repeats: sentenceRepeats[sentencesBefore++] ?? null,
    }));
    return { kind, span, sentences: marked, repeats, speaker };
  });
}
