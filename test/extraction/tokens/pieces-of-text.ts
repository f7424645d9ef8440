/** What texts are put together from whose tokens are to be alike however they are cut: much white space, marks, clitics, abbreviations. */
export const piecesOfText: readonly string[] = [
  ...[" ", " ", " ", " ", "  ", "\n"],
  ...["the", "The", "dam", "s", "ü", "4,200", "😀"],
  ...["Sen", "J", "U.S.", "didn't", "can't", "n't", "gonna", "cannot"],
  ...[".", ",", ", ", "-", "/", "'", "’", "“", "”"],
];
