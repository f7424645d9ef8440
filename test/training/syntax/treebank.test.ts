import { describe, expect, it } from "vitest";
import { mentionTypes } from "#extraction/syntax/mentions.ts";
import { goldMentions } from "#training/syntax/gold-mentions.ts";
import { parseConllu } from "#training/syntax/treebank.ts";

const rows = [
  "# newdoc id = tarn_news",
  "# text = Orla can't see the mayor of Tarn.",
  "1\tOrla\tOrla\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new-coref)",
  "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_",
  "2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_",
  "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_",
  "4\tsee\tsee\tVERB\tVB\t_\t0\troot\t_\t_",
  "4.1\tnothing\t_\t_\t_\t_\t_\t_\t_\t_",
  "5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-person-new-coref",
  "6\tmayor\tmayor\tNOUN\tNN\t_\t4\tobj\t_\t_",
  "7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_",
  "8\tTarn\tTarn\tPROPN\tNNP\t_\t6\tnmod\t_\tEntity=(3-place-new-coref)2)|SpaceAfter=No",
  "9\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_",
].join("\n");

describe("a treebank in CoNLL-U", () => {
  const [sentence] = parseConllu(rows);
  if (!sentence) throw new Error("no sentence");

  it("gives words with their places, fused ones included, and no empty nodes", () => {
    expect(sentence.forms.join(" ")).toBe("Orla ca n't see the mayor of Tarn .");
    const written = sentence.forms.map((_, at) => sentence.text.slice(sentence.start[at], sentence.end[at]));
    expect(written).toEqual([...sentence.forms]);
    expect([...sentence.heads]).toEqual([3, 3, 3, -1, 5, 3, 7, 5, 3]);
    expect(sentence.document).toBe("tarn_news");
  });

  it("gives nested mentions with head and type", () => {
    const found = goldMentions(sentence).map(({ first, last, head, type }) => [
      first,
      last,
      head,
      mentionTypes[type],
    ]);
    expect(found).toEqual([
      [0, 1, 0, "person"],
      [7, 8, 7, "place"],
      [4, 8, 5, "person"],
    ]);
  });
});
