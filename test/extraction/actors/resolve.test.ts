import { describe, expect, it } from "vitest";
import { sayings, tag } from "../attributions.ts";

/** Each case: a text, and the names of the actors of its attributions, "-" for one that is not resolved. */
const phenomena: Record<string, [text: string, speakers: string[]][]> = {
  "a surname, wherever the full name stands": [
    ["Ana Ruiz left. Ruiz said it was old.", ["Ana Ruiz"]],
    ["Ruiz said it was old. The mayor, Ana Ruiz, left.", ["Ana Ruiz"]],
    ["Tom Falk left. “I go,” Tom said.", ["Tom Falk"]],
  ],
  "titles, accents and capitals": [
    ["President Ilse Falk left. President Falk said it was old.", ["Ilse Falk"]],
    ["ANA RUIZ left. Ms. Ruiz said it was old.", ["Ana Ruiz"]],
    ["José Ibarra left. Jose Ibarra said it was old.", ["José Ibarra"]],
  ],
  "two of one surname": [
    ["Ana Ruiz met Tom Ruiz. Ms. Ruiz said it was old.", ["Ana Ruiz"]],
    ["Tom Ruiz met Ana Ruiz. Mr. Ruiz said it was old.", ["Tom Ruiz"]],
    ["Tom Ruiz met Ana Ruiz. Ruiz said it was old.", ["Tom Ruiz"]],
    ["Tom Ruiz left. Ana Ruiz said it was old. Ruiz said it was cold.", ["Ana Ruiz", "Ana Ruiz"]],
    ["Tom Ruiz met Ana Ruiz. Ruiz said she was old.", ["Ana Ruiz"]],
    ["Ana Ruiz and Tom Ruiz met the mayor. Ruiz said it was old.", ["-"]],
    ["Injecting Ruiz was hard. Tom Ruiz left. Ana Falk met Ruiz. Ruiz said it was old.", ["Tom Ruiz"]],
  ],
  "the one of a surname that the article is about": [
    ["Ana Ruiz left. Ana Ruiz is the mayor. Tom Ruiz left too. Ruiz said it was old.", ["Ana Ruiz"]],
  ],
  "a surname with a title that fits nobody named in full": [
    ["Ana Falk left. Mr. Falk said it was old.", ["Falk"]],
  ],
  "the fullest form of a name": [
    ["Tom Falk left. Tom R. Falk, 54, said it was old.", ["Tom R. Falk"]],
    ["Anton Van Dray left. Mr. Van Dray said it was old.", ["Anton Van Dray"]],
  ],
  "a party and a constituency": [
    ["Republican Tom Falk met Democrat Ana Ruiz. The Democratic nominee said it was old.", ["Ana Ruiz"]],
  ],
  "a name behind its title and its owner": [
    ["Harrowgate Tools CEO Ana Ruiz said it was old.", ["Ana Ruiz"]],
    ["Secretary of State Ana Ruiz said it was old.", ["Ana Ruiz"]],
    ["An aide to Ana Ruiz said it was old.", ["An aide to Ana Ruiz"]],
  ],
  "campaigns and administrations": [
    [
      "Ana Ruiz left. Ana Ruiz’s campaign said it was old. The Ruiz campaign said it would hold.",
      ["Ruiz campaign", "Ruiz campaign"],
    ],
  ],
  "acronyms and papers": [
    ["The Bureau of Harbour Safety met. The BHS said it was old.", ["Bureau of Harbour Safety"]],
    ["It stood in the Tarrow Times. The Times said it was old.", ["Tarrow Times"]],
  ],
  nicknames: [["Tom “Tinker” Falk left. Falk said it was old.", ["Tom Falk"]]],
  pronouns: [
    ["Ana Ruiz left. She said it was old.", ["Ana Ruiz"]],
    ["Ana Ruiz met Tom Falk. He said it was old.", ["Tom Falk"]],
    ["Tom Falk met Ana Ruiz. She said it was old.", ["Ana Ruiz"]],
    ["Tom Falk met Ulva Island. Few people liked the Marshall Islands. He said it was old.", ["Tom Falk"]],
    ["Zev Falk, who owns it, left. Ana Ruiz met an American. He said it was old.", ["Zev Falk"]],
    ["The Harbour Board met. It said the dam was old.", ["Harbour Board"]],
    ["She said it was old.", ["-"]],
  ],
  "a name inside somebody's quotation, which no “he” of the reporter means": [
    ["Tom Falk left. “We miss Jon Dray,” Ana Ruiz said. He said it was old.", ["Ana Ruiz", "Tom Falk"]],
  ],
  "whom the sentence goes on to name": [["Jon Dray met Tom Falk. He said Falk was old.", ["Jon Dray"]]],
  "relative pronouns": [["It was built by Ana Ruiz, who said it was old.", ["Ana Ruiz"]]],
  "“his lawyer”, who is not he": [
    ["Tom Falk left. His lawyer said it was old.", ["His lawyer"]],
    ["Tom Falk left. His lawyer, Ana Ruiz, said it was old.", ["Ana Ruiz"]],
  ],
  roles: [
    ["Interior Minister Ana Ruiz left. The minister said it was old.", ["Ana Ruiz"]],
    ["Ana Ruiz, the finance minister, left. The minister said it was old.", ["Ana Ruiz"]],
    ["The minister said it was old.", ["The minister"]],
    ["Ana Ruiz left. The senator said it was old.", ["-"]],
  ],
  "firms and bodies": [
    ["Harrowgate Tools closed a plant. The company said it was old.", ["Harrowgate Tools"]],
    ["The Harbour Board met. The board said it was old.", ["Harbour Board"]],
  ],
  "two who speak as one": [["Ana Ruiz and Tom Falk said it was old.", ["Ana Ruiz and Tom Falk"]]],
  "sources without a name": [
    [
      "A senior official said it was old. The official said it would hold.",
      ["A senior official", "A senior official"],
    ],
    ["Two people familiar with the talks said it was old.", ["Two people familiar with the talks"]],
  ],
};

describe.each(Object.entries(phenomena))("%s", (_, cases) => {
  it.each(cases)("%s", (text, speakers) => {
    expect(sayings(text).map((saying) => saying.split(": ")[0])).toEqual(speakers);
  });
});

describe("what an actor is", () => {
  it.each([
    ["Ana Ruiz said it was old.", "person"],
    ["The Harbour Board said it was old.", "organization"],
    ["Moscow said it was old.", "place"],
    ["Ana Ruiz and Tom Falk said it was old.", "group"],
    ["The residents said it was old.", "group"],
    ["A senior official said it was old.", "unnamed"],
    ["I said it was old.", "author"],
  ])("%s — %s", (text, type) => {
    expect(tag(text).actors.map((actor) => actor.type)).toEqual([type]);
  });
});

describe("the author", () => {
  it("is who says “I”, under the first name of the byline", () => {
    expect(sayings("I said it was old.", ["Remy Colfax", "Ana Ruiz"])).toEqual(["Remy Colfax: it was old"]);
  });

  it("is one actor with whoever has that name in the text", () => {
    const { actors, attributions } = tag("I said it was old. Remy Colfax said it would hold.", [
      "Remy Colfax",
    ]);
    expect(actors.map(({ id, type }) => [id, type])).toEqual([["remy-colfax", "author"]]);
    expect(attributions.map(({ actor }) => actor)).toEqual(["remy-colfax", "remy-colfax"]);
  });

  it("has an id where the byline has no letters", () => {
    expect(tag("I said it was old.", ["***"]).actors.map(({ id }) => id)).toEqual(["the-author"]);
  });
});

describe("an actor's roles and mentions", () => {
  const text = "Mayor Ana Ruiz left. Ruiz, 54, said it was old. “We go,” she said.";
  const [actor] = tag(text).actors;

  it("are those that the article words and shows", () => {
    expect(actor?.roles).toEqual(["Mayor"]);
    expect(actor?.mentions.map((span) => text.slice(...span))).toEqual(["Ana Ruiz", "Ruiz", "she"]);
  });
});
