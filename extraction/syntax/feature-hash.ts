/** Spreads a number over 32 bits (the finalizer of MurmurHash3, Appleby 2011, shortened). */
export function spread(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The 32-bit name of a feature: its template and one value, both whole numbers. */
export const one = (template: number, a: number): number => spread(a + Math.imul(template, 0x9e3779b1));

/** The 32-bit name of a feature of two values. */
export const two = (template: number, a: number, b: number): number =>
  spread(Math.imul(a, 0x2c1b3c6d) + b + Math.imul(template, 0x9e3779b1));

/** The 32-bit name of a feature of three values. */
export const three = (template: number, a: number, b: number, c: number): number =>
  spread(Math.imul(Math.imul(a, 0x2c1b3c6d) + b, 0x297a2d39) + c + Math.imul(template, 0x9e3779b1));
