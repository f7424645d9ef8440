import type { Span } from "../span.ts";
import { isApostrophe } from "./apostrophe.ts";
import { closersOf, isSingle } from "./mark-characters.ts";
import {
  canClose,
  canOpen,
  excessClosers,
  isInchMark,
  isPluralPossessive,
  isStraight,
  lastCertainCloser,
} from "./mark-places.ts";
import type { Quotation } from "./quotation.ts";

/** A paragraph to scan: its span and its sentences, which bound an unclosed quotation. */
export interface ScannedParagraph {
  readonly span: Span;
  readonly sentences: readonly { readonly span: Span }[];
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

/** The quotations of one paragraph, read from mark to mark. */
export class ParagraphScan {
  readonly quotations: Quotation[] = [];
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #sentences: ScannedParagraph["sentences"];
  readonly #places: readonly number[];
  /** Where a quotation of the paragraph before goes on; -1 for nowhere. */
  readonly #continuesFrom: number;
  readonly #stack: Open[] = [];
  /** Quotations end in the order in which they began to be looked at, so one pass over the sentences serves all. */
  #sentence = 0;
  #lastCloser: number | undefined;
  #excess: ReadonlyMap<number, number> | undefined;

  /** `places` are those of all marks of the paragraph; `carried` is the mark that the paragraph before left open. */
  constructor(
    text: string,
    { span: [start, end], sentences }: ScannedParagraph,
    places: readonly number[],
    carried: string | null,
  ) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#sentences = sentences;
    this.#places = places;
    this.#continuesFrom = carried !== null && text.charAt(start) === carried ? start : -1;
  }

  /** Finds the quotations and gives the mark that is left open, where the next paragraph begins with it. */
  run(nextFirst: string): string | null {
    for (const at of this.#places) this.#read(at);
    const outermost = this.#stack[0];
    if (!outermost) return null;
    const goesOn = nextFirst === outermost.mark;
    this.#finish(outermost, goesOn ? this.#end : this.#unclosedEnd(outermost.start), false);
    return goesOn ? outermost.mark : null;
  }

  #read(at: number): void {
    const text = this.#text;
    const stack = this.#stack;
    const mark = text.charAt(at);
    if (isSingle(mark) && isApostrophe(text, at)) return;
    const depth = openDepth(stack, mark);
    const opens = canOpen(text, this.#start, at);
    if (depth >= 0 && !(isStraight(mark) && opens && !canClose(text, this.#start, at))) {
      if (isSingle(mark) && isPluralPossessive(text, at, this.#end) && this.#closesBehind(at)) return;
      if (mark === '"' && isInchMark(text, this.#start, at, this.#end)) return;
      this.#close(depth, at);
    } else if (closersOf(mark) !== "" && opens && stack.length < deepest) {
      // No style puts a mark inside its own kind: the earlier one was never closed, unless both are.
      const same = stack.filter((opened) => opened.mark === mark).length;
      if (same > 0 && (mark !== "“" || this.#excessAt(at) <= same)) this.#abandon(at);
      stack.push({ start: at, mark, closers: closersOf(mark), nested: [] });
    }
  }

  #close(depth: number, at: number): void {
    const opened = this.#stack[depth];
    this.#stack.length = depth;
    if (opened) this.#finish(opened, at + 1, true);
  }

  #finish(opened: Open, to: number, closed: boolean): void {
    const quotation: Quotation = {
      span: [opened.start, to],
      inner: [opened.start + 1, closed ? to - 1 : to],
      mark: opened.mark,
      closed,
      continues: opened.start === this.#continuesFrom,
      nested: opened.nested.filter((inside) => inside.span[1] <= to),
    };
    if (quotation.inner[0] >= quotation.inner[1]) return;
    const around = this.#stack.at(-1);
    if (around && around !== opened) around.nested.push(quotation);
    else this.quotations.push(quotation);
  }

  /** Ends every open quotation before `at`: the outermost stays as an unclosed one, the others are dropped. */
  #abandon(at: number): void {
    const opened = this.#stack[0];
    this.#stack.length = 0;
    if (opened) this.#finish(opened, Math.min(at, this.#unclosedEnd(opened.start)), false);
  }

  /** The end of the sentence that holds the mark at `from`. */
  #unclosedEnd(from: number): number {
    while ((this.#sentences[this.#sentence]?.span[1] ?? this.#end) <= from) this.#sentence++;
    return Math.min(this.#end, this.#sentences[this.#sentence]?.span[1] ?? this.#end);
  }

  /** Whether a single mark that can only close comes later. */
  #closesBehind(at: number): boolean {
    this.#lastCloser ??= lastCertainCloser(this.#text, this.#start, this.#places);
    return this.#lastCloser > at;
  }

  #excessAt(at: number): number {
    this.#excess ??= excessClosers(this.#text, this.#places);
    return this.#excess.get(at) ?? 0;
  }
}

/** How deep in the stack the quotation lies that `mark` can close; -1 for none. */
function openDepth(stack: readonly Open[], mark: string): number {
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    if (stack[depth]?.closers.includes(mark)) return depth;
  }
  return -1;
}
