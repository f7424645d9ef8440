import boilerplate from "../lexicons/boilerplate-phrases.json" with { type: "json" };
import captionClosers from "../lexicons/caption-closers.json" with { type: "json" };
import captionOpeners from "../lexicons/caption-openers.json" with { type: "json" };
import kickers from "../lexicons/kickers.json" with { type: "json" };

/** Paragraphs longer than this, in UTF-16 code units, are the article's own. */
const longest = 600;

const isKicker = new Set(kickers.entries);
const reporting = /^(?:additional )?(?:reporting|editing|writing|compiled) by\b/u;
const address =
  /^(?:e-?mail:?\s{1,3})?(?:[^\s@]{1,60}@(?:[^\s@.]{1,60}\.){1,6}[^\s@.]{1,60}|@\w{1,30}|https?:\/\/\S+|www\.\S+)\.?$/u;

/** Whether a paragraph is the caption or credit of a picture. */
export function isCaption(paragraph: string): boolean {
  if (paragraph.length > longest) return false;
  const line = paragraph.toLowerCase();
  return (
    captionOpeners.entries.some((phrase) => startsWithPhrase(line, phrase)) ||
    captionClosers.entries.some((phrase) => line.endsWith(phrase))
  );
}

/** Whether a paragraph is what a publisher puts around articles: links, notices, rights, credits, rubrics. */
export function isBoilerplate(paragraph: string): boolean {
  if (paragraph.length > longest) return false;
  const line = paragraph.toLowerCase();
  return (
    isKicker.has(line.replace(/[.:]$/u, "")) ||
    boilerplate.entries.some((phrase) => startsWithPhrase(line, phrase)) ||
    line.includes("all rights reserved") ||
    reporting.test(line) ||
    address.test(line)
  );
}

/** "file" begins "File: …" but not "Filed …": a phrase that ends in a letter ends a word. */
function startsWithPhrase(line: string, phrase: string): boolean {
  if (!line.startsWith(phrase)) return false;
  return !/\p{L}$/u.test(phrase) || !/^\p{L}/u.test(line.slice(phrase.length, phrase.length + 2));
}
