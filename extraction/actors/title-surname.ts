import type { Token } from "../tokens/token.ts";
import type { NameRun } from "./name-run.ts";

/**
 * A run of titles alone whose last word is somebody's surname in this article ("Dean" of Tom Dean, "Rep. Dean") as the
 * name that it is. Other runs, and such a word behind an article ("the Dean"), unchanged.
 */
export function withSurname(
  run: NameRun,
  tokens: readonly Token[],
  isSurname: (word: string) => boolean,
): NameRun {
  const surname = tokens[run.last];
  if (run.words.length > 0 || run.determined || !surname || !isSurname(surname.text)) return run;
  const title = tokens
    .slice(run.first, run.last)
    .map(({ text }) => text)
    .join(" ");
  return { ...run, words: [surname.text], title: title === "" ? null : title, nameSpan: surname.span };
}
