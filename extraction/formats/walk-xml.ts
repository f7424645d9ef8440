import { SaxesParser } from "saxes";

/** What is done at each piece of an XML file. Names come without their prefix; so do those of attributes. */
export interface XmlVisitor {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * Walks through XML without a tree and without recursion. Nothing outside is fetched, and entities that a document declares
 * are not resolved: a reference to one is an error.
 *
 * @throws Error at the first place that is not well-formed
 */
export function walkXml(xml: string, { open, text, close }: XmlVisitor): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    open(local(name), new Map(Object.entries(attributes).map(([key, value]) => [local(key), value])));
  });
  parser.on("closetag", ({ name }) => close(local(name)));
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(xml).close();
}
