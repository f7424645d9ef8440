import type { Form } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";

const directShare = 0.97;

/**
 * The form of an attribution by the double marks of its text: `direct` where they hold at least 97 % of its
 * content's characters, `indirect` where they hold none. For corpora that do not say the form themselves.
 */
export function formByMarks(text: string, content: readonly Span[]): Form {
  const inMarks = quotedCharacters(text);
  let length = 0;
  let quoted = 0;
  for (const [start, end] of content) {
    length += end - start;
    for (let offset = start; offset < end; offset++) quoted += inMarks[offset] ?? 0;
  }
  if (quoted === 0) return "indirect";
  return quoted >= directShare * length ? "direct" : "mixed";
}

/** 1 for each code unit from an opening double mark to its closing one; an empty line ends what is open. */
function quotedCharacters(text: string): Uint8Array {
  const inMarks = new Uint8Array(text.length);
  let opened = -1;
  for (const match of text.matchAll(/\n(?=\n)|[“”"]/g)) {
    const mark = match[0];
    if (mark === "\n") opened = -1;
    else if (mark === "“" || (mark === '"' && opened < 0)) opened = match.index;
    else if (opened >= 0) {
      inMarks.fill(1, opened, match.index + 1);
      opened = -1;
    }
  }
  return inMarks;
}
