/** A node of an XML answer: text, or an element's children in order; an array repeats the element. */
export type XmlValue = string | number | boolean | XmlElements | readonly XmlValue[] | undefined;
/** Children by element name, written in the order of the keys; `undefined` leaves an element out. */
export interface XmlElements {
  readonly [name: string]: XmlValue;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as XML character data. Control characters become character references, as S3 writes them: keys may
 * hold them, and a parser would fold a bare carriage return into a line feed.
 */
const escapeXml = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replaceAll(/[\u0000-\u001f\u007f]/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`);

function element(name: string, value: XmlValue): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map((one: XmlValue) => element(name, one)).join("");
  if (typeof value === "object") return `<${name}>${elements(value as XmlElements)}</${name}>`;
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

const elements = (values: XmlElements): string =>
  Object.entries(values)
    .map(([name, value]) => element(name, value))
    .join("");

/** A whole document with one root element in S3's namespace. */
export const xmlDocument = (root: string, values: XmlElements, namespaced = true): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${
    namespaced ? ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"' : ""
  }>${elements(values)}</${root}>`;

const unescapeXml = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
    return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[String(name).toLowerCase()] ?? "";
  });

/**
 * The inner text of every element of that name, not decoded. Enough for the flat request bodies of S3
 * (DeleteObjects, CompleteMultipartUpload), where no element holds one of its own name.
 */
export function innerXml(xml: string, name: string): string[] {
  const found: string[] = [];
  let open: number | undefined;
  for (const tag of xml.matchAll(/<(\/?)(?:\w+:)?(\w+)(?:\s[^<>]*)?>/g)) {
    if (tag[2] !== name) continue;
    if (tag[1] === "") open ??= tag.index + tag[0].length;
    else if (open !== undefined) {
      found.push(xml.slice(open, tag.index));
      open = undefined;
    }
  }
  return found;
}

/** The decoded text of the first element of that name; `undefined` where there is none. */
export const xmlText = (xml: string, name: string): string | undefined => {
  const [inner] = innerXml(xml, name);
  return inner === undefined ? undefined : unescapeXml(inner);
};
