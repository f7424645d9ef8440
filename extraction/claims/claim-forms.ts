import type { Span } from "../span.ts";
import { lowerForms } from "../tokens/tokenise.ts";
import type { ClaimWord } from "./claim-word.ts";

/**
 * The tokens of some stretches of an article in lower case. Most are words of the claim that stand between two spaces, and are at
 * hand; what stands together otherwise is taken apart.
 */
export function claimForms(text: string, spans: readonly Span[], words: readonly ClaimWord[]): string[] {
  const [span] = spans;
  if (spans.length > 1 || !span) return spans.flatMap((one) => lowerForms(text, one));
  const forms: string[] = [];
  let from = span[0];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if (!word.form.isPlain || word.start < from) continue;
    const to = word.end;
    const next = text.charCodeAt(to);
    const isComma = next === comma && to + 1 < span[1];
    const stands =
      (word.start === span[0] || text.charCodeAt(word.start - 1) === space) &&
      (to === span[1] || next === space || (isComma && text.charCodeAt(to + 1) === space));
    if (!stands) continue;
    if (word.start > from) addForms(forms, text, from, word.start);
    forms.push(word.lower);
    if (isComma) forms.push(",");
    // The space behind is of no token.
    from = isComma ? to + 2 : to + 1;
  }
  if (from < span[1]) addForms(forms, text, from, span[1]);
  return forms;
}

const space = 32;
const comma = 44;

function addForms(forms: string[], text: string, from: number, to: number): void {
  for (const form of lowerForms(text, [from, to])) forms.push(form);
}
