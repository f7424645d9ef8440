/** Distances from which on a class begins, in words. */
const lowest = [0, 1, 2, 3, 4, 6, 9, 14, 22, 40];

const classes = new Uint8Array(41);
for (const [index, from] of lowest.entries()) classes.fill(index, from);

/** The class of a distance in words, 0 to 9; each is wider than the one before. */
export const distanceClass = (distance: number): number => classes[distance < 40 ? distance : 40] as number;

/** The class that stands for a word that there is not. */
export const noDistance = 15;
