/** A kind of file known by its first bytes; `offset` is where `bytes` stand. */
interface FileKind {
  readonly name: string;
  readonly offset: number;
  readonly bytes: string;
}

// First bytes as Latin-1 text, from each format's own specification.
const fileKinds: readonly FileKind[] = [
  { name: "a PDF file", offset: 0, bytes: "%PDF-" },
  { name: "a zip archive or an office document", offset: 0, bytes: "PK\x03\x04" },
  { name: "an empty zip archive", offset: 0, bytes: "PK\x05\x06" },
  { name: "an old office document", offset: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { name: "a rich text (RTF) file", offset: 0, bytes: "{\\rtf" },
  { name: "a PNG image", offset: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { name: "a JPEG image", offset: 0, bytes: "\xff\xd8\xff" },
  { name: "a GIF image", offset: 0, bytes: "GIF87a" },
  { name: "a GIF image", offset: 0, bytes: "GIF89a" },
  { name: "a TIFF image", offset: 0, bytes: "II*\x00" },
  { name: "a TIFF image", offset: 0, bytes: "MM\x00*" },
  { name: "a WebP image", offset: 8, bytes: "WEBP" },
  { name: "a gzip archive", offset: 0, bytes: "\x1f\x8b" },
  { name: "a bzip2 archive", offset: 0, bytes: "BZh" },
  { name: "an xz archive", offset: 0, bytes: "\xfd7zXZ\x00" },
  { name: "a Zstandard archive", offset: 0, bytes: "\x28\xb5\x2f\xfd" },
  { name: "a 7-Zip archive", offset: 0, bytes: "7z\xbc\xaf\x27\x1c" },
  { name: "a program", offset: 0, bytes: "\x7fELF" },
  { name: "a SQLite database", offset: 0, bytes: "SQLite format 3\x00" },
  { name: "an MP3 recording", offset: 0, bytes: "ID3" },
  { name: "an MP4 recording", offset: 4, bytes: "ftyp" },
];

/** What the first bytes say that a file is ("a PDF file"), or `null` where they say nothing. */
export function fileKindOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return fileKinds.find((kind) => head.startsWith(kind.bytes, kind.offset))?.name ?? null;
}
