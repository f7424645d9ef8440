/** What the belief in a frame must be for it to count, and where it has a quotation: chosen on PolNeAR dev and our own articles. */
const [least, leastWithQuotation] = [0.52, 0.35];
/** How much of the first pass's word for the content counts beside it. Chosen on PolNeAR dev. */
const weight = 0.6;

/**
 * How far what the second pass finds for a cue is to be believed: the more so the more probable it is, and the more probable the
 * first pass finds its words to be content of some cue. From -0.3 to 1.3.
 *
 * @param confidence of the frame, 0 to 1
 * @param content how probable the first pass finds its words to be content, 0 to 1
 */
export const beliefIn = (confidence: number, content: number): number =>
  confidence + weight * (content - 0.5);

/** Whether a frame counts that is believed so far; less is asked where marks show that somebody is quoted. */
export const isBelievable = (belief: number, quotes: boolean): boolean =>
  belief >= (quotes ? leastWithQuotation : least);
