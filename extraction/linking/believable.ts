/** What a frame's probability must be to count, and where it has a quotation: chosen on PolNeAR dev and our own articles. */
const [least, leastWithQuotation] = [0.52, 0.35];
/** How much of the first pass's word for the content counts beside it. Chosen on PolNeAR dev. */
const weight = 0.6;

/**
 * Whether what the second pass finds for a cue counts: it is probable enough, the more so the less probable the first
 * pass finds its words to be content of any cue, and the less so where marks show that somebody is quoted.
 *
 * @param confidence of the frame, 0 to 1
 * @param content how probable the first pass finds its words to be content, 0 to 1
 */
export function isBelievable(confidence: number, content: number, quotes: boolean): boolean {
  return confidence + weight * (content - 0.5) >= (quotes ? leastWithQuotation : least);
}
