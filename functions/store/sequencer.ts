/**
 * The form in which sequencers are stored: the number of hexadecimal digits without leading zeros, two digits
 * wide, a dot, and those digits in capitals. Compared as plain strings, two of them stand in the order of
 * their numbers, so that the table itself can compare them in a condition. (S3 says: pad to the same length,
 * then compare as strings, and only for the same key. Nothing promises a longest length to pad to.)
 *
 * `sortableSequencer("0055AED6DCD90281E5")` is `"16.55AED6DCD90281E5"`.
 *
 * @throws RangeError where the text is no hexadecimal number of at most 99 digits.
 */
export function sortableSequencer(sequencer: string): string {
  if (!/^[0-9a-f]+$/iu.test(sequencer)) {
    throw new RangeError(`sequencer "${sequencer}" is not hexadecimal, so its event cannot be put in order`);
  }
  const digits = sequencer.replace(/^0+(?=.)/u, "").toUpperCase();
  if (digits.length > 99) throw new RangeError("sequencer has more than 99 digits");
  return `${String(digits.length).padStart(2, "0")}.${digits}`;
}
