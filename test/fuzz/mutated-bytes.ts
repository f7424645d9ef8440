import fc from "fast-check";

/** What stands in files and means something there: borders, lengths, references, the beginnings of other formats. */
const splinters: readonly Buffer[] = [
  ...[
    "<",
    ">",
    "</p>",
    "<p",
    "&",
    "&amp",
    "&#x110000;",
    "&#55357;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<script>",
  ],
  ...["{", "}", "[", "]", '"', "\\", "\\u0000", "\\ud83d", "null", "-1", "1e999", "99999999999999999999"],
  ...["{\\", "\\'", "\\u-1?", "\\u55357?", "\\bin99999999 ", "\\uc9999 ", "\\par"],
  ...["--b1", "--b1--", "=", "=?utf-8?B?", "\r\n\r\n", "Content-Type: multipart/mixed; boundary=b1\r\n"],
  ...[
    "stream",
    "endstream",
    "endobj",
    "<<",
    ">>",
    "/Length 9999999",
    " 0 R",
    "xref",
    "trailer",
    "obj",
    "%PDF-1.7",
  ],
  ...[
    "PK\x03\x04",
    "PK\x01\x02",
    "PK\x05\x06",
    "\x1f\x8b\x08",
    "\xff\xff\xff\xff",
    "\x00",
    "\x00\x00\x00\x00",
  ],
  ...["\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", "\xf0\x9f", "\xed\xa0\xbd", "\xc0\x80", "\x93", "\x94", "\x7f"],
].map((text) => Buffer.from(text, "latin1"));

/** One change of a file, at a share of its length. */
export type ByteEdit =
  | { readonly does: "set"; readonly at: number; readonly byte: number }
  | { readonly does: "drop" | "double" | "swap"; readonly at: number; readonly length: number }
  | { readonly does: "splice"; readonly at: number; readonly bytes: Uint8Array }
  | { readonly does: "cut"; readonly at: number };

// Not fc.double: most of its numbers are as good as 0, and nothing but the file's first byte would be spoiled.
const share = fc.nat(100_000).map((part) => part / 100_000);

/** An edit; most leave more of the file in place than cutting it off does. */
export const byteEdit: fc.Arbitrary<ByteEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("set"), at: share, byte: fc.nat(255) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("drop", "double", "swap"),
      at: share,
      length: fc.integer({ min: 1, max: 80 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant("splice"), at: share, bytes: fc.constantFrom(...splinters) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cut"), at: share }) },
);

/** A file after one edit. */
export function editedBytes(bytes: Uint8Array, edit: ByteEdit): Uint8Array {
  const at = Math.floor(edit.at * bytes.length);
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (edit.does) {
    case "set":
      return Buffer.concat([before, Buffer.from([edit.byte]), behind.subarray(1)]);
    case "drop":
      return Buffer.concat([before, behind.subarray(edit.length)]);
    case "double":
      return Buffer.concat([before, behind.subarray(0, edit.length), behind]);
    case "swap": {
      const { length } = edit;
      return Buffer.concat([
        before,
        behind.subarray(length, 2 * length),
        behind.subarray(0, length),
        behind.subarray(2 * length),
      ]);
    }
    case "splice":
      return Buffer.concat([before, edit.bytes, behind]);
    default:
      return before;
  }
}
