import hyphenPrefixes from "../lexicons/hyphen-prefixes.json" with { type: "json" };
import type { Span } from "../span.ts";
import { characterKind, isWordCharacter, kindOf } from "./character-kinds.ts";
import { cliticAt, fusedWordSplit } from "./clitics.ts";
import { keepsStop } from "./full-stops.ts";

const prefixes = new Set(hyphenPrefixes.entries);
const { space, letter, digit } = characterKind;

/** Words of one stretch: offsets in UTF-16 code units of the article's text, half-open, in order, none empty. */
export interface Words {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly length: number;
}

/**
 * Splits a sentence into words as the English treebanks of Universal Dependencies do (which follow the Penn
 * Treebank): marks, clitics and most hyphens stand alone; abbreviations keep their full stop, numbers their inner
 * marks, addresses of the web stay whole. Between words there is white space or nothing. Takes any text, in linear time.
 */
export function splitWords(text: string, span: Span): Words {
  const { start, end, length } = wordsIn(text, span);
  return { start: start.slice(0, length), end: end.slice(0, length), length };
}

/** As {@link splitWords}, in room that the next call writes over: the arrays are longer than `length`. */
export function wordsIn(text: string, [from, to]: Span): Words {
  splitter.split(text, Math.max(0, from), Math.min(to, text.length));
  return splitter;
}

/** The state of one run over a sentence; its room is used again for each. */
class Splitter implements Words {
  start = new Int32Array(256);
  end = new Int32Array(256);
  length = 0;
  private text = "";
  private limit = 0;

  /** Splits a text between two places; what was found before is gone. */
  split(text: string, from: number, limit: number): void {
    this.text = text;
    this.limit = limit;
    this.length = 0;
    this.splitAll(from);
    // No text is kept alive.
    this.text = "";
  }

  private splitAll(from: number): void {
    let at = from;
    while (at < this.limit) {
      if (kindOf(this.text.charCodeAt(at)) === space) {
        at++;
        continue;
      }
      let end = at + 1;
      let plain = kindOf(this.text.charCodeAt(at)) === letter;
      let address = false;
      for (; end < this.limit; end++) {
        const code = this.text.charCodeAt(end);
        const kind = kindOf(code);
        if (kind === space) break;
        if (kind !== letter) plain = false;
        address ||= code === 64 || (code === 47 && this.text.charCodeAt(end - 1) === 47);
      }
      if (plain) this.word(at, end);
      else if (address && this.isAddress(at, end)) this.address(at, end);
      else this.chunk(at, end);
      at = end;
    }
  }

  private push(from: number, to: number): void {
    if (this.length === this.start.length) {
      const size = this.length * 2;
      const start = new Int32Array(size);
      const end = new Int32Array(size);
      start.set(this.start);
      end.set(this.end);
      this.start = start;
      this.end = end;
    }
    this.start[this.length] = from;
    this.end[this.length++] = to;
  }

  /** A word of letters and what belongs to it: split only where two words are fused ("cannot", "gonna"). */
  private word(from: number, to: number): void {
    const at = fusedWordSplit(this.text, from, to);
    if (at > 0) {
      this.push(from, from + at);
      this.push(from + at, to);
    } else this.push(from, to);
  }

  private isAddress(from: number, to: number): boolean {
    const chunk = this.text.slice(from, Math.min(to, from + 400));
    return /:\/\/|\w@\w/u.test(chunk);
  }

  /** An address of the web or of mail, without the marks around it. */
  private address(from: number, to: number): void {
    let first = from;
    let last = to;
    while (
      first < last &&
      !isWordCharacter(this.text.charCodeAt(first)) &&
      this.text.charCodeAt(first) !== 64
    ) {
      this.push(first, first + 1);
      first++;
    }
    while (
      last > first &&
      !isWordCharacter(this.text.charCodeAt(last - 1)) &&
      this.text.charCodeAt(last - 1) !== 47
    )
      last--;
    if (last > first) this.push(first, last);
    this.chunk(last, to);
  }

  private chunk(from: number, to: number): void {
    let at = from;
    while (at < to) {
      const kind = kindOf(this.text.charCodeAt(at));
      if (kind === letter) at = this.letters(at, to);
      else if (kind === digit) at = this.number(at, to);
      else at = this.marks(at, to);
    }
  }

  /** A word that begins with a letter. Returns where it ends. */
  private letters(from: number, to: number): number {
    const { text } = this;
    let at = from + 1;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (isWordCharacter(code)) continue;
      const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
      const nextKind = at + 1 < to ? kindOf(next) : space;
      if (code === 39 || code === 0x2019) {
        if (nextKind !== letter) break;
        const clitic = cliticAt(text, from, at, to);
        if (clitic !== 0) {
          if (clitic < at) return this.negation(from, clitic, to);
          break;
        }
      } else if (code === 46) {
        if (!keepsStop(text, from, at, to, this.limit)) break;
      } else if (code === 45 || code === 0x2010 || code === 0x2011) {
        if (nextKind === space || !this.keepsHyphen(from, at, nextKind)) break;
      } else if (code === 38) {
        // "PG&E", but not "AT &".
        if (nextKind !== letter || at - from > 3) break;
      } else if (code === 47) {
        if (
          at - from > 1 ||
          nextKind !== letter ||
          (at + 2 < to && kindOf(text.charCodeAt(at + 2)) === letter)
        )
          break;
      } else if (code === 36) {
        // "US$".
        if (nextKind !== digit) break;
        this.push(from, at + 1);
        return at + 1;
      } else if (code === 95) {
        if (nextKind !== letter && nextKind !== digit) break;
      } else if (code !== 64) break;
      else if (nextKind !== letter) break;
    }
    this.word(from, at);
    return at;
  }

  /** A verb with "n't": two words. Returns the end of the second. */
  private negation(from: number, at: number, to: number): number {
    let end = at + 3;
    if (end > to) end = to;
    if (at > from) this.push(from, at);
    this.push(at, end);
    return end;
  }

  private keepsHyphen(from: number, at: number, nextKind: number): boolean {
    if (nextKind !== letter || at - from > 8) return false;
    return prefixes.has(this.text.slice(from, at).toLowerCase());
  }

  /** A word that begins with a digit: number, date, time, telephone number. Returns where it ends. */
  private number(from: number, to: number): number {
    const { text } = this;
    let at = from + 1;
    let hyphens = 0;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      if (kind === digit) continue;
      if (kind === letter) {
        // "10am" is two words, "5th" and "1990s" are one.
        const two = text.slice(at, at + 2).toLowerCase();
        if ((two === "am" || two === "pm") && (at + 2 >= to || !isWordCharacter(text.charCodeAt(at + 2))))
          break;
        continue;
      }
      const digitFollows = at + 1 < to && kindOf(text.charCodeAt(at + 1)) === digit;
      if (!digitFollows) break;
      if (code === 44 || code === 46 || code === 58 || code === 47 || code === 39) continue;
      if (code !== 45 || !(hyphens > 0 || this.isHyphenatedNumber(from, at, to))) break;
      hyphens++;
    }
    this.push(from, at);
    return at;
  }

  /** Whether two more groups of digits follow ("713-555-0143") or the two are of three and four ("555-0143"). */
  private isHyphenatedNumber(from: number, hyphen: number, to: number): boolean {
    let at = hyphen + 1;
    while (at < to && at - hyphen < 6 && kindOf(this.text.charCodeAt(at)) === digit) at++;
    if (at < to && this.text.charCodeAt(at) === 45)
      return at + 1 < to && kindOf(this.text.charCodeAt(at + 1)) === digit;
    return hyphen - from === 3 && at - hyphen === 5;
  }

  /** Marks: runs of one kind stand together. Returns where they end. */
  private marks(from: number, to: number): number {
    const { text } = this;
    const code = text.charCodeAt(from);
    let at = from + 1;
    if (code >= 0xd83c && code <= 0xd83e) {
      if (at < to && (text.charCodeAt(at) & 0xfc00) === 0xdc00) at++;
    } else if (code === 39 || code === 0x2019) {
      const clitic = at < to && kindOf(text.charCodeAt(at)) === letter ? cliticAt(text, from, from, to) : 0;
      if (clitic !== 0) at = cliticEnd(text, from, to);
      else if (code === 39 && at < to && text.charCodeAt(at) === 39) at++;
      else if (at + 2 < to && kindOf(text.charCodeAt(at)) === digit && this.isDecade(at, to))
        at = this.decadeEnd(at, to);
    } else if (code === 33 || code === 63) {
      while (at < to && (text.charCodeAt(at) === 33 || text.charCodeAt(at) === 63)) at++;
    } else if ("-.*=_~+<>`^|–—―…".includes(text.charAt(from))) {
      while (at < to && text.charCodeAt(at) === code) at++;
    } else if ((code === 35 || code === 64) && at < to && kindOf(text.charCodeAt(at)) === letter) {
      while (at < to && (isWordCharacter(text.charCodeAt(at)) || text.charCodeAt(at) === 95)) at++;
    } else if ((code === 58 || code === 59) && from > 0 && kindOf(text.charCodeAt(from - 1)) === space) {
      const nose = text.charCodeAt(at) === 45 ? 1 : 0;
      const mouth = at + nose < to ? text.charCodeAt(at + nose) : 0;
      if (mouth === 41 || mouth === 40) at += nose + 1;
    }
    this.push(from, at);
    return at;
  }

  /** "'90s" */
  private isDecade(at: number, to: number): boolean {
    return (
      at + 2 < to && kindOf(this.text.charCodeAt(at + 1)) === digit && this.text.charCodeAt(at + 2) === 115
    );
  }

  private decadeEnd(at: number, to: number): number {
    return Math.min(to, at + 3);
  }
}

const splitter = new Splitter();

/** End of the clitic whose apostrophe stands at `at`. */
function cliticEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && isWordCharacter(text.charCodeAt(end))) end++;
  return end;
}
