import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeCorpus, findCorpora } from "#training/model/corpora.ts";
import { temporaryFolder } from "../../infra/local/temporary-folder.ts";
import { writeSmallCorpora } from "./small-corpora.ts";

const temporary = temporaryFolder();
const all = writeSmallCorpora(join(temporary, "all"));
const own = join(writeSmallCorpora(join(temporary, "own"), ["polnear"]), "polnear");
const [attribution, gum, ewt] = ["polnear", "gum", "ewt"].map((name) => join(all, name));

describe("the corpora", () => {
  it.each<[string, Parameters<typeof findCorpora>, object]>([
    ["a folder that holds them all", [all], { attribution, gum, ewt }],
    ["a folder with treebanks beside it", [join(all, "polnear")], { attribution, gum, ewt }],
    ["one's own articles", [own], { attribution: own }],
    ["one's own articles, and treebanks elsewhere", [own, all], { attribution: own, gum, ewt }],
    ["treebanks alone, beside a folder named", [join(all, "gum")], { gum, ewt }],
  ])("are found by %s", (_, given, found) => {
    expect(findCorpora(...given)).toEqual(found);
  });

  it("are missed in one line", () => {
    const text = join(temporary, "note.txt");
    writeFileSync(text, "Nothing.");
    expect(() => findCorpora(join(temporary, "gone"))).toThrow(/gone: does not exist; give the folder/u);
    expect(() => findCorpora(all, join(temporary, "gone"))).toThrow(/gone: does not exist/u);
    expect(() => findCorpora(text)).toThrow(/note\.txt: is no folder/u);
    expect(() => findCorpora(join(own, "train"))).toThrow(
      /train: holds no corpus; it must hold train\/text/u,
    );
  });

  it("are described by name, number of files and a digest of what training reads", () => {
    const copy = join(writeSmallCorpora(join(temporary, "copy")), "ewt");
    const before = describeCorpus("ewt", copy);
    expect(before).toEqual({ name: "ewt", files: 1, digest: describeCorpus("ewt", ewt ?? "").digest });
    appendFileSync(join(copy, "dev.conllu"), "\n");
    expect(describeCorpus("ewt", copy)).toEqual(before);
    appendFileSync(join(copy, "train-mail.conllu"), "\n");
    expect(describeCorpus("ewt", copy).digest).not.toBe(before.digest);
  });
});
