/** Text at a place on a page, in points from its lower left corner. */
export type Placed = readonly [x: number, y: number, size: number, text: string];

const bytesOf: Readonly<Record<string, number>> = { "“": 0x93, "”": 0x94, "’": 0x92, "–": 0x96 };
const quoted = (text: string): string =>
  [...text]
    .map((one) => `${bytesOf[one]?.toString(16) ?? one.charCodeAt(0).toString(16).padStart(2, "0")}`)
    .join("");

/**
 * A PDF file of such pages in Helvetica; `trailer` adds to its trailer, `stream` replaces the pages' contents, packed as `filter`
 * says; `resources` adds to those of each page; `objects` come behind all others, from 6 on where there is one page.
 */
export function pdfFile(
  pages: readonly (readonly Placed[])[],
  {
    trailer = "",
    stream = null,
    filter: packing = "/FlateDecode",
    resources = "",
    objects: more = [],
  }: {
    trailer?: string;
    stream?: Buffer | null;
    filter?: string;
    resources?: string;
    objects?: readonly string[];
  } = {},
): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  add("<</Type/Catalog/Pages 2 0 R>>");
  add(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  for (const [index, page] of pages.entries()) {
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>${resources}>>/Contents ${5 + index * 2} 0 R>>`,
    );
    const text = page
      .map(([x, y, size, words]) => `BT /F ${size} Tf ${x} ${y} Td <${quoted(words)}> Tj ET`)
      .join("\n");
    const content = stream ?? Buffer.from(text);
    const filter = stream === null ? "" : `/Filter${packing}`;
    add(
      Buffer.concat([
        Buffer.from(`<</Length ${content.length}${filter}>>\nstream\n`),
        content,
        Buffer.from("\nendstream"),
      ]),
    );
  }
  for (const body of more) add(body);
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  let length = 9;
  const offsets = objects.map((body, index) => {
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    chunks.push(chunk);
    const offset = length;
    length += chunk.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  chunks.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}
