/** What a UTF-16 code unit is to the word splitter. */
export const characterKind = { space: 0, letter: 1, digit: 2, mark: 3 } as const;

const { space, letter, digit, mark } = characterKind;

/** The kinds of the first 256 code units; the others are told by `kindOf`. */
const latin = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  const character = String.fromCharCode(code);
  if (code <= 32 || (code >= 127 && code <= 160)) latin[code] = space;
  else if (/\p{Nd}/u.test(character)) latin[code] = digit;
  else if (/[\p{L}\p{N}]/u.test(character) && !/[²³¹]/u.test(character)) latin[code] = letter;
  else latin[code] = mark;
}

/** The kind of a code unit. What is neither white space nor a known mark counts as a letter, halves of pairs too. */
export function kindOf(code: number): number {
  if (code < 256) return latin[code] ?? mark;
  if (code >= 0x2000 && code <= 0x2bff) {
    if (code <= 0x200d || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f)
      return space;
    // Superscripts, letter-like symbols and number forms stand in words: "CO₂", "№".
    return code >= 0x2070 && code <= 0x218f && !(code >= 0x20a0 && code <= 0x20cf) ? letter : mark;
  }
  if (code === 0x3000 || code === 0xfeff) return space;
  if ((code >= 0x3001 && code <= 0x303f) || (code >= 0xfe30 && code <= 0xfe4f)) return mark;
  // The high halves of emoji and other pictures; the low half goes with them.
  if (code >= 0xd83c && code <= 0xd83e) return mark;
  return letter;
}

/** Whether a code unit is a letter or a digit. */
export const isWordCharacter = (code: number): boolean => {
  const kind = kindOf(code);
  return kind === letter || kind === digit;
};
