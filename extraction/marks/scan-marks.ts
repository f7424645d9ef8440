import type { Span } from "../span.ts";
import { isApostrophe } from "./apostrophe.ts";
import { closersOf, isMark, isSingle, mayBeMark } from "./mark-characters.ts";
import type { Quotation } from "./quotation.ts";
import { type SeenText, seenText } from "./seen-text.ts";

/** A paragraph to scan: its span and the spans of its sentences, which bound an unclosed quotation. */
export interface ScannedParagraph {
  readonly span: Span;
  readonly sentences: readonly Span[];
}

/** A quotation that is open while the scanner reads on. */
interface Open {
  readonly start: number;
  readonly mark: string;
  readonly closers: string;
  readonly nested: Quotation[];
}

/** Nesting deeper than this is noise, and reading it would cost more than it tells. */
const deepest = 8;

/**
 * Finds the quotations of each paragraph, outermost ones in order, in time linear in the text.
 *
 * A quotation left open at a paragraph's end goes on in the next one if that begins with the same mark, as
 * style guides ask for; otherwise the mark costs at most the sentence that it stands in. What no one sees next to a mark, as
 * marks of direction are, does not count.
 */
export function scanMarks(text: string, paragraphs: readonly ScannedParagraph[]): Quotation[][] {
  const seen = seenText(text);
  if (seen === null) return scanSeen(text, paragraphs);
  const { narrowed } = seen;
  const inSeen = paragraphs.map(({ span, sentences }) => ({
    span: narrowed(span),
    sentences: sentences.map(narrowed),
  }));
  return scanSeen(seen.text, inSeen).map((quotations) => quotations.map((one) => inWhole(one, seen)));
}

/** A quotation of the text as it is seen as one of the whole text. */
function inWhole(quotation: Quotation, seen: SeenText): Quotation {
  const [start, end] = seen.widened(quotation.span);
  return {
    ...quotation,
    span: [start, end],
    // All between the marks.
    inner: [start + 1, quotation.closed ? end - 1 : end],
    nested: quotation.nested.map((inside) => inWhole(inside, seen)),
  };
}

function scanSeen(text: string, paragraphs: readonly ScannedParagraph[]): Quotation[][] {
  let carried: string | null = null;
  return paragraphs.map((paragraph, index) => {
    const next = paragraphs[index + 1];
    const nextFirst = next ? text.charAt(next.span[0]) : "";
    const { quotations, leftOpen } = scanParagraph(text, paragraph, carried, nextFirst);
    carried = leftOpen;
    return quotations;
  });
}

function scanParagraph(
  text: string,
  { span: [start, end], sentences }: ScannedParagraph,
  carried: string | null,
  nextFirst: string,
): { quotations: Quotation[]; leftOpen: string | null } {
  const quotations: Quotation[] = [];
  const stack: Open[] = [];
  const continuesFrom = carried !== null && text.charAt(start) === carried ? start : -1;
  const lastCloser = lastCertainCloser(text, start, end);
  const excess = excessClosers(text, start, end);
  /** Quotations end in the order in which they began to be looked at, so one pass over the sentences serves all. */
  let sentence = 0;

  for (let at = start; at < end; at++) {
    if (!mayBeMark(text.charCodeAt(at))) continue;
    const mark = text.charAt(at);
    if (!isMark(mark)) continue;
    if (isSingle(mark) && isApostrophe(text, at)) continue;
    const depth = openDepth(stack, mark);
    const opens = canOpen(text, start, at);
    if (depth >= 0 && !(isStraight(mark) && opens && !canClose(text, start, at))) {
      if (isSingle(mark) && isPluralPossessive(text, at, end, lastCloser)) continue;
      if (mark === '"' && isInchMark(text, start, at, end)) continue;
      close(depth, at);
    } else if (closersOf(mark) !== "" && opens && stack.length < deepest) {
      // No style puts a mark inside its own kind: the earlier one was never closed, unless both are.
      const same = stack.filter((opened) => opened.mark === mark).length;
      if (same > 0 && (mark !== "“" || (excess.get(at) ?? 0) <= same)) abandon(at);
      open(at, mark);
    }
  }

  const outermost = stack[0];
  const goesOn = outermost !== undefined && nextFirst === outermost.mark;
  const leftOpen = goesOn ? outermost.mark : null;
  if (outermost) finish(outermost, goesOn ? end : unclosedEnd(outermost.start), false);
  return { quotations, leftOpen };

  function open(at: number, mark: string): void {
    stack.push({ start: at, mark, closers: closersOf(mark), nested: [] });
  }

  function close(depth: number, at: number): void {
    const opened = stack[depth];
    stack.length = depth;
    if (opened) finish(opened, at + 1, true);
  }

  function finish(opened: Open, to: number, closed: boolean): void {
    const quotation: Quotation = {
      span: [opened.start, to],
      inner: [opened.start + 1, closed ? to - 1 : to],
      mark: opened.mark,
      closed,
      continues: opened.start === continuesFrom,
      nested: opened.nested.filter((inside) => inside.span[1] <= to),
    };
    if (quotation.inner[0] >= quotation.inner[1]) return;
    const around = stack.at(-1);
    if (around && around !== opened) around.nested.push(quotation);
    else quotations.push(quotation);
  }

  /** Ends every open quotation before `at`: the outermost stays as an unclosed one, the others are dropped. */
  function abandon(at: number): void {
    const opened = stack[0];
    stack.length = 0;
    if (opened) finish(opened, Math.min(at, unclosedEnd(opened.start)), false);
  }

  /** The end of the sentence that holds the mark at `from`. */
  function unclosedEnd(from: number): number {
    while ((sentences[sentence]?.[1] ?? end) <= from) sentence++;
    return Math.min(end, sentences[sentence]?.[1] ?? end);
  }
}

/** For each double curly opening mark of a paragraph, how many closing ones behind it no later opening mark needs. */
function excessClosers(text: string, start: number, end: number): ReadonlyMap<number, number> {
  const excess = new Map<number, number>();
  let closers = 0;
  for (let at = end - 1; at >= start; at--) {
    if (!mayBeMark(text.charCodeAt(at))) continue;
    const mark = text.charAt(at);
    if (mark === "”") closers++;
    if (mark !== "“") continue;
    excess.set(at, closers);
    closers = Math.max(0, closers - 1);
  }
  return excess;
}

const isStraight = (mark: string): boolean => mark === '"' || mark === "'";

/** How deep in the stack the quotation lies that `mark` can close; -1 for none. */
function openDepth(stack: readonly Open[], mark: string): number {
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    if (stack[depth]?.closers.includes(mark)) return depth;
  }
  return -1;
}

/** An opening mark stands at a beginning: after white space, a bracket, a dash or another mark, before a word. */
function canOpen(text: string, start: number, at: number): boolean {
  const after = text.charAt(at + 1);
  // French typesetting puts a space inside guillemets.
  const spaced = /[«‹]/u.test(text.charAt(at)) && /[ \u00A0\u202F]/u.test(after);
  if (after === "" || /[,;:)]/u.test(after)) return false;
  if (/\s/u.test(after) && !(spaced && /\S/u.test(text.charAt(at + 2)))) return false;
  if (at === start) return true;
  const before = text.charAt(at - 1);
  return /[\s([{\-–—/:,“„«‘‹]/u.test(before) || (isMark(before) && !/[\p{L}\p{N}.,!?]/u.test(before));
}

/** A closing mark stands at an end: behind a word or its punctuation. */
function canClose(text: string, start: number, at: number): boolean {
  return at > start && !/[\s([{“„«‘‹]/u.test(text.charAt(at - 1));
}

/**
 * Whether the mark at `at` rather makes a plural possessive ("the miners’ wives"): it stands between an s and a
 * further word, and a closing mark that cannot be one comes later in the paragraph.
 */
function isPluralPossessive(text: string, at: number, end: number, lastCloser: number): boolean {
  return (
    /s/iu.test(text.charAt(at - 1)) &&
    at + 2 < end &&
    text.charAt(at + 1) === " " &&
    /[\p{L}\p{N}]/u.test(text.charAt(at + 2)) &&
    lastCloser > at
  );
}

/**
 * Whether the straight mark at `at` rather means inches ("the 12" pipe"): it stands behind a digit and before a
 * further word, and the next mark can only close what is open.
 */
function isInchMark(text: string, start: number, at: number, end: number): boolean {
  if (!/\p{N}/u.test(text.charAt(at - 1)) || !/^[ -]\p{L}/u.test(text.slice(at + 1, at + 3))) return false;
  const next = text.indexOf('"', at + 1);
  return next >= 0 && next < end && canClose(text, start, next) && !canOpen(text, start, next);
}

/** The last place in the paragraph where a single mark can only close: behind punctuation, or before it. */
function lastCertainCloser(text: string, start: number, end: number): number {
  for (let at = end - 1; at > start; at--) {
    if (!mayBeMark(text.charCodeAt(at))) continue;
    const mark = text.charAt(at);
    if (mark !== "'" && mark !== "’") continue;
    if (isApostrophe(text, at)) continue;
    if (/[.,!?…]/u.test(text.charAt(at - 1)) || /[\s.,;:!?)]|^$/u.test(text.charAt(at + 1))) {
      if (/\s/u.test(text.charAt(at - 1))) continue;
      return at;
    }
  }
  return -1;
}
