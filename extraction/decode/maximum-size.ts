/** Files of this size and above are rejected: 20 MB, in bytes. An article has a few thousand. */
export const maximumBytes = 20_000_000;
