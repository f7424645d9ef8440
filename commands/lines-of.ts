/**
 * The lines of a stream of UTF-8, one after the other, each without its end: LF, with or without CR before it. No other
 * character ends a line, a CR alone or U+2028 neither, so that there are as many as `wc -l` counts; what follows the last
 * LF is a line too where it is not empty. What is no UTF-8 becomes U+FFFD.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  // Of a line that comes in many pieces; joined once, or a long one would be copied again and again.
  let pieces: string[] = [];
  const finished = (last: string): string => {
    const line = pieces.length === 0 ? last : pieces.join("") + last;
    pieces = [];
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  };
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      yield finished(text.slice(from, end));
      from = end + 1;
    }
    if (from < text.length) pieces.push(text.slice(from));
  }
  const rest = decoder.decode();
  if (rest !== "" || pieces.length > 0) yield finished(rest);
}
