import { type Accepted, rejected } from "../rejection.ts";
import { type ArticleParts, plainParts } from "./article-parts.ts";

/** Groups that hold no words of the text; a group that begins with `\*` is another. */
const silent = new Set(
  "colortbl comment filetbl fldinst fonttbl footer footerf footerl footerr footnote header headerf headerl headerr info listtable listoverridetable object pict revtbl rsidtbl stylesheet themedata xmlnstbl".split(
    " ",
  ),
);
const characters: Readonly<Record<string, string>> = {
  bullet: "•",
  cell: "\n",
  emdash: "—",
  endash: "–",
  ldblquote: "“",
  line: " ",
  lquote: "‘",
  page: "\n",
  par: "\n",
  rdblquote: "”",
  row: "\n",
  rquote: "’",
  sect: "\n",
  tab: " ",
};

/** What holds inside a group: whether its words count, and how many characters stand in for one of Unicode. */
interface Group {
  readonly silent: boolean;
  /** Words that were deleted, or that are not shown. */
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
  readonly standIns: number;
}

const outermost: Group = { silent: false, isDeleted: false, isHidden: false, standIns: 1 };

/** Deeper groups are refused: each costs memory, and a document has a dozen. */
const deepest = 10_000;

const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giu;

/**
 * The article in an RTF file (Rich Text Format 1.9): the words of its paragraphs, without fonts, pictures, notes, headers and
 * footers, and without what was deleted or is hidden. Bytes past ASCII are in the code page that the file names (`\ansicpg`), else Windows-1252.
 */
export function readRtf(bytes: Uint8Array): Accepted<ArticleParts> {
  const source = new TextDecoder("latin1").decode(bytes);
  const page = /\\ansicpg(\d{3,5})/u.exec(source.slice(0, 2_000))?.[1];
  const decoder = decoderOf(`windows-${page ?? "1252"}`);
  const groups: Group[] = [outermost];
  const pieces: string[] = [];
  let toSkip = 0;
  let isFirst = false;
  const add = (text: string): void => {
    const group = groups.at(-1);
    const isShown = group !== undefined && !group.silent && !group.isDeleted && !group.isHidden;
    if (isShown) pieces.push(text);
  };
  const change = (changed: Partial<Group>): void => {
    const group = groups.pop();
    if (group !== undefined) groups.push({ ...group, ...changed });
  };

  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(token)) {
    const opensGroup = isFirst;
    isFirst = false;
    if (brace === "{") {
      if (groups.length > deepest) return rejected("too-large", `is RTF nested more than ${deepest} deep`);
      groups.push(groups.at(-1) ?? outermost);
      isFirst = true;
    } else if (brace === "}") groups.pop();
    else if (hex !== undefined) {
      if (toSkip > 0) toSkip--;
      else add(decoder.decode(Uint8Array.of(Number.parseInt(hex, 16))));
    } else if (symbol !== undefined) {
      if (symbol === "*" && opensGroup) change({ silent: true });
      else if (symbol === "~") add("\u00a0");
      else if (symbol === "_") add("-");
      else if (/[\\{}]/u.test(symbol)) add(symbol);
      else if (/[\r\n]/u.test(symbol)) add("\n");
    } else if (word !== undefined) {
      const text = characters[word];
      if (silent.has(word)) change({ silent: true });
      else if (text !== undefined) add(text);
      else if (word === "deleted") change({ isDeleted: number !== "0" });
      else if (word === "v") change({ isHidden: number !== "0" });
      else if (word === "plain") change({ isDeleted: false, isHidden: false });
      else if (word === "uc") change({ standIns: Number(number ?? 1) });
      else if (word === "u" && number !== undefined) {
        add(String.fromCharCode(Number(number) & 0xffff));
        toSkip = groups.at(-1)?.standIns ?? 1;
      } else if (word === "bin")
        return rejected("unsupported-format", "is RTF with binary data; save it as text");
    } else if (plain !== undefined) {
      const skipped = Math.min(toSkip, plain.length);
      toSkip -= skipped;
      add(decoder.decode(Uint8Array.from(plain.slice(skipped), (character) => character.charCodeAt(0))));
    }
  }
  const text = pieces.join("");
  return {
    ok: true,
    value: { title: null, authors: [], published: null, paragraphs: plainParts(text.split("\n")) },
  };
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
