import { mentionTypes } from "#extraction/syntax/mentions.ts";
import type { TreebankSentence } from "./treebank.ts";

/** A mention as GUM marks it: words `[first, last)`, its head, its type as an index, and the entity that it names. */
export interface GoldMention {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly type: number;
  readonly entity: string;
}

/** Reads the mentions of a sentence from the column MISC (`Entity=(12-person-…`); discontinuous parts are left out. */
export function goldMentions({ misc, heads }: TreebankSentence): GoldMention[] {
  const open: { entity: string; type: number; first: number }[] = [];
  const mentions: GoldMention[] = [];
  const close = (entity: string, last: number): void => {
    const at = open.findLastIndex((mention) => mention.entity === entity);
    const mention = at < 0 ? undefined : open.splice(at, 1)[0];
    if (mention && mention.type > 0)
      mentions.push({ ...mention, last, head: headOf(heads, mention.first, last) });
  };
  misc.forEach((column, word) => {
    const marks = /(?:^|\|)Entity=([^|]*)/u.exec(column)?.[1] ?? "";
    for (const [mark] of marks.matchAll(/\(?[^()]+\)?/gu)) {
      const [entity = "", type = ""] = mark.replace(/[()]/gu, "").split("-");
      if (mark.startsWith("(")) {
        open.push({ entity, type: (mentionTypes as readonly string[]).indexOf(type), first: word });
        if (mark.endsWith(")")) close(entity, word + 1);
      } else if (mark.endsWith(")")) close(entity, word + 1);
    }
  });
  return mentions;
}

/** The word of a stretch whose own head lies outside; of several the first. */
function headOf(heads: Int32Array, first: number, last: number): number {
  for (let word = first; word < last; word++) {
    const head = heads[word] as number;
    if (head < first || head >= last) return word;
  }
  return first;
}
