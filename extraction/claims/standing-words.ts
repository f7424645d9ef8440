/** What a word that stands for something asks for. */
export type Standing = "speaker" | "person" | "thing" | "pointing" | "this" | "one" | "the";
/** The words that may stand for somebody or something; most words of a claim are none. */
export const standingWords: ReadonlyMap<string, Standing> = new Map(
  (
    [
      ["speaker", "i me my mine myself we us our ours ourselves"],
      ["person", "he him his himself she her hers herself"],
      ["thing", "it its itself they them their themselves"],
      // What was said before, for which no actor's name can stand.
      ["pointing", "here such these those neither none nor"],
      ["this", "that this"],
      ["one", "one"],
      ["the", "the"],
    ] as const
  ).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);
