/**
 * What V8 may take for objects that are young, in MiB for each of its halves. Left to itself it goes by the machine's memory: with
 * much of it, half of what a long article takes up would be room that is waiting to be cleared.
 */
export const youngGeneration = "--max-semi-space-size=8";
