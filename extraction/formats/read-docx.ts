import { maximumBytes } from "../decode/maximum-size.ts";
import { type Accepted, rejected } from "../rejection.ts";
import { type ArticleParts, type Part, singleSpaced } from "./article-parts.ts";
import { walkXml } from "./walk-xml.ts";
import { hasZipEntry, readZipEntry } from "./zip-entry.ts";

const usualName = "word/document.xml";

/** Whether a zip archive is a document of Word's. */
export const isDocx = (bytes: Uint8Array): boolean => documentName(bufferOf(bytes)) !== null;

/** Name of the text's part, which the archive can give another one (Open Packaging Conventions); `null` where it has none. */
function documentName(archive: Buffer): string | null {
  if (hasZipEntry(archive, usualName)) return usualName;
  const relations = readZipEntry(archive, "_rels/.rels", mostRelations);
  if (relations?.ok !== true) return null;
  let target = "";
  try {
    walkXml(new TextDecoder("utf-8").decode(relations.value), {
      open(name, attributes) {
        if (name === "Relationship" && attributes.get("Type")?.endsWith("/officeDocument") === true)
          target ||= attributes.get("Target") ?? "";
      },
      text() {},
      close() {},
    });
  } catch {
    return null;
  }
  const name = target.replace(/^\//u, "");
  return /^word\/[\w.-]{1,100}\.xml$/u.test(name) && hasZipEntry(archive, name) ? name : null;
}

/** In bytes. */
const mostRelations = 100_000;

/** An office document behind a password is no zip archive but a compound file with this stream in it. */
export const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 &&
  bytes[1] === 0xcf &&
  bufferOf(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The article in a DOCX file (Office Open XML): its paragraphs, those of tables among them. The paragraph with the style Title, or a
 * heading that comes first, is the headline; other headings are subheadings, captions captions. Deleted and hidden text, notes,
 * headers and footers are left out. Author and date of the file's properties are its maker's, not the article's: unused.
 */
export function readDocx(bytes: Uint8Array): Accepted<ArticleParts> {
  const archive = bufferOf(bytes);
  const xml = readZipEntry(archive, documentName(archive) ?? usualName, maximumBytes);
  if (xml === null) return rejected("damaged", "is a document without its text; save it anew");
  if (!xml.ok) return xml;
  try {
    return { ok: true, value: partsOf(paragraphsOf(new TextDecoder("utf-8").decode(xml.value))) };
  } catch {
    return rejected("damaged", "is a document whose text is damaged; save it anew");
  }
}

interface Paragraph {
  readonly text: string;
  readonly style: string;
}

/** What is in the file but not in the text: the second form of a drawing, what was moved away. */
const silent = new Set(["Fallback", "moveFrom", "del"]);

function paragraphsOf(xml: string): Paragraph[] {
  const done: Paragraph[] = [];
  /** Text boxes have paragraphs within a paragraph. */
  const open: { text: string; style: string }[] = [];
  let silence = 0;
  let inText = false;
  /** Whether the words of a run, and of those around it, are hidden. */
  const runs: boolean[] = [];
  walkXml(xml, {
    open(name, attributes) {
      if (silent.has(name)) silence++;
      if (name === "r") runs.push(runs.at(-1) ?? false);
      if (name === "vanish" && runs.length > 0 && !/^(?:0|false|off)$/u.test(attributes.get("val") ?? ""))
        runs[runs.length - 1] = true;
      const paragraph = open.at(-1);
      if (name === "p") open.push({ text: "", style: "" });
      else if (paragraph === undefined) return;
      else if (name === "pStyle") paragraph.style = attributes.get("val") ?? "";
      else if (name === "t") inText = true;
      else if (name === "tab" || name === "br" || name === "cr") paragraph.text += " ";
      else if (name === "noBreakHyphen") paragraph.text += "-";
    },
    text(text) {
      const paragraph = open.at(-1);
      if (inText && silence === 0 && runs.at(-1) !== true && paragraph !== undefined) paragraph.text += text;
    },
    close(name) {
      if (silent.has(name)) silence--;
      if (name === "r") runs.pop();
      if (name === "t") inText = false;
      if (name !== "p") return;
      const { text, style } = open.pop() ?? { text: "", style: "" };
      const words = singleSpaced(text);
      if (words !== "") done.push({ text: words, style });
    },
  });
  return done;
}

function partsOf(paragraphs: readonly Paragraph[]): ArticleParts {
  const titled = paragraphs.findIndex(({ style }) => /^title$/iu.test(style));
  const titleAt = titled >= 0 ? titled : /^heading ?\d$/iu.test(paragraphs[0]?.style ?? "") ? 0 : -1;
  return {
    title: paragraphs[titleAt]?.text ?? null,
    authors: [],
    published: null,
    paragraphs: paragraphs
      .filter((_, index) => index !== titleAt)
      .map(({ text, style }): Part => ({ text, kind: kindOf(style) })),
  };
}

function kindOf(style: string): Part["kind"] {
  if (/^(?:heading ?\d|subtitle)$/iu.test(style)) return "subheading";
  return /^caption$/iu.test(style) ? "caption" : null;
}
