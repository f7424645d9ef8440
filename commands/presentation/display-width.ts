const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** How many columns of a terminal a text takes: two for a Chinese character or an emoji, else one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** The text in exactly so many columns: filled with spaces, or cut and ended with "…". */
export function fitted(text: string, columns: number): string {
  let width = 0;
  let fitting = "";
  for (const { segment } of graphemes.segment(text)) {
    const next = wide.test(segment) ? 2 : 1;
    if (width + next > columns - 1 && displayWidth(text.slice(fitting.length)) > columns - width) {
      return `${fitting}…${" ".repeat(columns - width - 1)}`;
    }
    fitting += segment;
    width += next;
  }
  return fitting + " ".repeat(Math.max(0, columns - width));
}

/** The text on one line: white space made single, and control characters, which could steer a terminal, left out. */
export const onOneLine = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
