import type { Chance } from "./chance.ts";

const given = ["Lina", "Tomas", "Runa", "Edgar", "Mirela", "Oskar", "Petra", "Jonas"] as const;
const family = ["Marsten", "Ferrow", "Holt", "Quillan", "Dravic", "Aldous", "Senn", "Varga"] as const;
const roles = ["mayor", "harbour master", "union leader", "chief engineer", "spokeswoman"] as const;
const places = ["Port Ferrow", "Wexmoor", "Aldersund", "Kestrel Bay"] as const;
const things = [
  "the ferry",
  "the new bridge",
  "the harbour budget",
  "the night train",
  "the old mill",
] as const;
const changes = [
  "will cost 4 million euros more",
  "opened two weeks late",
  "carried 300 people a day",
] as const;
const months = ["January", "February", "March"] as const;
const cues = ["said", "told reporters", "warned", "added"] as const;

/** A short news article of invented people, with direct, mixed and indirect speech and a date of one of 60 days. */
export function generatedArticle(chance: Chance): string {
  const place = chance.oneOf(places);
  const about = () => `${chance.oneOf(things)} ${chance.oneOf(changes)}`;
  const date = `${chance.oneOf(months)} ${1 + chance.below(20)}, 2031`;
  const paragraphs = Array.from({ length: 2 + chance.below(4) }, () => paragraph(chance, about));
  const title = `${place} argues over ${chance.oneOf(things)}`;
  return `${[title, date, `The council of ${place} met on Monday to hear what ${about()}.`, ...paragraphs].join("\n\n")}\n`;
}

function paragraph(chance: Chance, about: () => string): string {
  const name = `${chance.oneOf(given)} ${chance.oneOf(family)}`;
  const cue = chance.oneOf(cues);
  const statement = about();
  const quoted = `${statement.charAt(0).toUpperCase()}${statement.slice(1)}`;
  switch (chance.below(4)) {
    case 0:
      return `“${quoted},” ${cue === "told reporters" ? "said" : cue} ${name}, the ${chance.oneOf(roles)}.`;
    case 1:
      return `${name} ${cue} that ${statement}.`;
    case 2:
      return `The ${chance.oneOf(roles)}, ${name}, ${cue} that ${statement} and called it “a ${chance.oneOf(["scandal", "success", "beginning"])}”. “Nobody asked us ${chance.below(90)} times,” she said.`;
    default:
      return `According to ${name}, ${statement}. The council will vote in ${2 + chance.below(9)} weeks.`;
  }
}

const encoder = new TextEncoder();

/** A file that is refused, of each kind in turn of chance: empty, blank, binary, badly encoded, or not English. */
export function generatedBadFile(chance: Chance): Uint8Array {
  return chance.oneOf([
    new Uint8Array(),
    encoder.encode(" \n\t\n ".repeat(1 + chance.below(9))),
    Uint8Array.of(0, 1, 2, 0, 0, chance.below(256)),
    // UTF-16 by its mark, cut off in the midst of a character.
    Uint8Array.of(0xff, 0xfe, 0x4c, 0x00, 0x69 + chance.below(9)),
    encoder.encode(
      `Die Bürgermeisterin sagte am Montag, dass die neue Brücke nicht vor dem ${1 + chance.below(28)}. Mai fertig wird und mehr kostet.\n`,
    ),
  ]);
}
