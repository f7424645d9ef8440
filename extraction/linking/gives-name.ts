import type { Frame } from "../frames/frame.ts";
import namingCues from "../lexicons/naming-cues.json" with { type: "json" };
import { textOf } from "../span.ts";

const endings = namingCues.entries;
const inMarks = /^["“‘'«].*["”’'»][.,]?$/su;

/**
 * Whether a frame tells what somebody or something is called (“the club, known as ‘the Herrings’”), which is nobody's statement
 * (PolNeAR's guidelines, 24). Where there is a source, somebody gives the name, and that counts.
 */
export function givesName(text: string, { source, cue, content }: Frame): boolean {
  if (source || !cue) return false;
  const words = textOf(text, cue).toLowerCase();
  return (
    endings.some((ending) => words === ending || words.endsWith(` ${ending}`)) &&
    content.every((span) => inMarks.test(textOf(text, span)))
  );
}
