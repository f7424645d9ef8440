import { S3Error } from "./s3-error.ts";

const broken = () => new S3Error("IncompleteBody", 400, "The chunked body ended early or is malformed");
const longestLine = 16_384;

/**
 * The payload inside an `aws-chunked` body: `SIZE[;chunk-signature=…]\r\n`, that many bytes, `\r\n`, until a
 * chunk of size 0, then trailing headers. Trailers are put into `trailers` (names in lower case) before the
 * generator ends; signatures are not checked.
 *
 * @throws S3Error IncompleteBody where the framing is broken
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function more(): Promise<void> {
    const next = await chunks.next();
    if (next.done) throw broken();
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
  }

  async function line(): Promise<string> {
    for (;;) {
      const end = rest.indexOf("\r\n");
      if (end >= 0) {
        const text = rest.subarray(0, end).toString("latin1");
        rest = rest.subarray(end + 2);
        return text;
      }
      if (rest.length > longestLine) throw broken();
      await more();
    }
  }

  for (;;) {
    const header = await line();
    const digits = header.split(";")[0] ?? "";
    if (!/^[0-9a-f]{1,12}$/i.test(digits)) throw broken();
    let left = Number.parseInt(digits, 16);
    if (left === 0) break;
    while (left > 0) {
      if (rest.length === 0) await more();
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
    if ((await line()) !== "") throw broken();
  }
  for (let text = await line(); text !== ""; text = await line()) {
    const colon = text.indexOf(":");
    if (colon < 1) throw broken();
    trailers.set(text.slice(0, colon).toLowerCase().trim(), text.slice(colon + 1).trim());
  }
}
