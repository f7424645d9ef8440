import compoundHeads from "../lexicons/compound-heads.json" with { type: "json" };

const isHead = new Set(compoundHeads.entries);

/**
 * Lines made one text: what a hyphen cut at a line's end is put together again where the next line begins with a small letter, soft
 * hyphens always. A compound keeps its hyphen before a capital or a figure ("North-East"), behind a number ("two-thirds"), and where
 * it hangs before "and" or "or" ("pre- and post-war"); another one that happens to be cut there loses it. Dashes stay next to their
 * words.
 *
 * Where a file has hyphens of Unicode (U+2010) at its lines' ends, a typesetter put those in, and plain ones are the text's own.
 */
export function joined(lines: readonly string[], hasOwnHyphens = false): string {
  // One text that grows would be copied with each line.
  const pieces: string[] = [];
  for (const line of lines.map((one) => one.trim())) {
    const last = pieces.at(-1) ?? "";
    const end = last.slice(-3);
    const isCut = /\p{L}[-‐]$/u.test(end) && /^\p{Ll}/u.test(line);
    if (last === "") pieces.push(line);
    else if (end.endsWith("\u00ad")) pieces.splice(-1, 1, last.slice(0, -1), line);
    else if (isCut && /^(?:and|or|to)\b/u.test(line)) pieces.push(" ", line);
    else if (isCut && end.endsWith("-") && (hasOwnHyphens || isCompound(last, line))) pieces.push(line);
    else if (isCut) pieces.splice(-1, 1, last.slice(0, -1), line);
    else if (/[\p{L}\d][-‐–—]$/u.test(end) && /^[\p{Lu}\d]/u.test(line)) pieces.push(line);
    else if (/[\p{L}\d]—$/u.test(end) && /^\p{L}/u.test(line)) pieces.push(line);
    else pieces.push(" ", line);
  }
  return pieces.join("");
}

/** Whether a word that ends in a hyphen is a number, say, with another word behind it and no ending. */
function isCompound(text: string, line: string): boolean {
  const word = /(?<!\p{L})(\p{L}{3,7})-$/u.exec(text.slice(-9))?.[1] ?? "";
  return isHead.has(word.toLowerCase()) && !/^(?:\p{L}{1,3}(?!\p{L})|teen)/u.test(line);
}
