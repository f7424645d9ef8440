import { describe, expect, it } from "vitest";
import { resolveSources } from "#extraction/resolve-sources.ts";
import { bodyArticle } from "../body-article.ts";

/** Whom the first of these words stands for, in a text of which they are a source; "-" for nobody. */
function resolved(text: string, source: string): string {
  const start = text.lastIndexOf(source);
  const given = [{ source: [start, start + source.length] as const, cue: null, content: [] }];
  return resolveSources(bodyArticle(text), given)[0]?.actor?.name ?? "-";
}

describe("a source as people mark it", () => {
  it.each([
    ["Sen. Ana Ruiz (D-Mo.) said it.", "Sen. Ana Ruiz (D-Mo.)", "Ana Ruiz"],
    [
      "Ana Ruiz and other neighbours said it.",
      "Ana Ruiz and other neighbours",
      "Ana Ruiz and other neighbours",
    ],
    [
      "It is what Ana Ruiz and Tom Falk, both 54, said.",
      "Ana Ruiz and Tom Falk, both 54,",
      "Ana Ruiz and Tom Falk",
    ],
    ["He was questioned by Ana Ruiz. It is old, from Ana Ruiz.", "from Ana Ruiz", "Ana Ruiz"],
    ["His deputy, Tom Falk, said it.", "His deputy, Tom Falk,", "Tom Falk"],
    [
      "The Food and Drug Administration said it.",
      "The Food and Drug Administration",
      "Food and Drug Administration",
    ],
    ["Ana Ruiz met Mr. King. It was old, Mr. King said.", "Mr. King", "King"],
    ["Theresa May met Tom Falk. It was old, May said.", "Theresa May", "Theresa May"],
    [
      "Tom Falk met Ana Ruiz. greeting Falk with a smile Mayor Ana Ruiz said it.",
      "greeting Falk with a smile Mayor Ana Ruiz",
      "Ana Ruiz",
    ],
    ["leading Democrat Ana Ruiz said it.", "leading Democrat Ana Ruiz", "Ana Ruiz"],
    ["Ana Ruiz left. You never know.", "You", "people"],
    ["Ana Ruiz left. We will miss it.", "We", "-"],
    ["It was built by voters in Karsia, who wanted it.", "who", "voters"],
    ["Ana Ruiz is a lawyer who wants it.", "who", "Ana Ruiz"],
    ["Ana Ruiz left. The film shows it.", "The film", "-"],
    ["Ana Ruiz met Tom Falk. Both men said it.", "Both men", "-"],
    ["Ana Ruiz met Tom Falk. The two leaders said it.", "The two leaders", "-"],
    ["Ana Ruiz left. No one said it.", "No one", "people"],
    ["It was old, from the harbour committee.", "from the harbour committee", "the harbour committee"],
    ["At least one skipper said it.", "At least one skipper", "At least one skipper"],
    ["It was built by voters, many of whom said it.", "many of whom", "voters"],
    ["It was built by voters -- most of whom said it.", "most of whom", "voters"],
    ["Ana Ruiz was one of three skippers who said it.", "who", "three skippers"],
    ["Tom O’Dell left. O'Dell said it.", "O'Dell", "Tom O’Dell"],
    ['Robert C. "Bobby" Falk left. Bobby Falk met Ana Ruiz. Falk said it.', "Falk", "Robert C. Falk"],
    [
      "The Commission on Harbour Safety said it.",
      "The Commission on Harbour Safety",
      "Commission on Harbour Safety",
    ],
    ["The Committee on Monday said it.", "The Committee", "Committee"],
    [
      "The Committee for a Cleaner Harbour said it.",
      "The Committee for a Cleaner Harbour",
      "Committee for a Cleaner Harbour",
    ],
    ["He spoke on Russia Today. It is cold in Russia. Russia said it.", "Russia", "Russia"],
    ["Ana Ruiz met Mayor Tom Falk. At a meeting in Anatol, the mayor also said it.", "the mayor", "Tom Falk"],
    ["It was Speaker of the House Ana Ruiz. Then Ruiz said it.", "Ruiz", "Ana Ruiz"],
    [
      "He spoke to Tarn Today. He left Tarn Today. A host of TT Karsia left TT Karsia. TT said it.",
      "TT",
      "Tarn Today",
    ],
    ["He met Tarn News' Ulva Rae. It was old, Rae said.", "Tarn News' Ulva Rae", "Ulva Rae"],
    ["The Bank Workers' Union said it.", "The Bank Workers' Union", "Bank Workers' Union"],
    [
      "It came from both President Ana Ruiz and Republican presidential nominee Tom Falk.",
      "both President Ana Ruiz and Republican presidential nominee Tom Falk",
      "Ana Ruiz and Tom Falk",
    ],
    [
      "They are senator Ana Ruiz, R-Tarn., and Tom Falk, R-S.K., who left.",
      "senator Ana Ruiz, R-Tarn., and Tom Falk, R-S.K.,",
      "Ana Ruiz and Tom Falk",
    ],
    [
      "They are President Ana Ruiz and former Massachusetts governor Tom Falk.",
      "President Ana Ruiz and former Massachusetts governor Tom Falk",
      "Ana Ruiz and Tom Falk",
    ],
    ["Former secretary of State Ana Ruiz said it.", "Former secretary of State Ana Ruiz", "Ana Ruiz"],
    ["The wife of Sen. Ana Ruiz said it.", "The wife of Sen. Ana Ruiz", "-"],
    ["Ana Ruiz Plans To Leave Tarn. But Ana Ruiz said it.", "Ana Ruiz", "Ana Ruiz"],
    [
      "Ana Ruiz left. Ruiz and other neighbours said it.",
      "Ruiz and other neighbours",
      "Ana Ruiz and other neighbours",
    ],
    [
      "It was said by Ana Ruiz, head of the Tarn Centre, and other skippers.",
      "Ana Ruiz, head of the Tarn Centre, and other skippers",
      "Ana Ruiz and other skippers",
    ],
    [
      "Ana Ruiz left. It is liked by Tom Falk and the Ruiz administration.",
      "Tom Falk and the Ruiz administration",
      "Tom Falk and Ruiz administration",
    ],
    ["Rep. Ana Ruiz met Tom Falk. The congresswoman said it.", "The congresswoman", "Ana Ruiz"],
    [
      "It is an idea of the organiser Alliance to Save Our Harbours (ASOH). Then ASOH said it.",
      "ASOH",
      "Alliance to Save Our Harbours",
    ],
    ["They met Skippers Against Bad Nets (SABN). Then SABN said it.", "SABN", "Skippers Against Bad Nets"],
    ["They met the Anti-Net League (ANL). Then ANL said it.", "ANL", "Anti-Net League"],
    ["They met the Skippers of Tarn (XY). Then XY said it.", "XY", "XY"],
    ["A Tarn judge left. Tarn said it.", "Tarn", "Tarn"],
    [
      'His niece, state Del. Marta "Cia" Price (D-Tarn), said it.',
      'His niece, state Del. Marta "Cia" Price (D-Tarn),',
      "Marta Price",
    ],
    [
      "Vice presidential nominee Tom Falk left. Republican nominee Ana Ruiz met him. The Republican nominee said it.",
      "The Republican nominee",
      "Ana Ruiz",
    ],
    // a surname that is a title too
    ["Tom Dean met Ana Ruiz. Dean, a skipper, said it.", "Dean, a skipper,", "Tom Dean"],
    ["Tom Dean met Ana Ruiz. Rep. Dean said it.", "Rep. Dean", "Tom Dean"],
    ["Tom Dean met Ana Ruiz. The dean said it.", "The dean", "-"],
    // who is named as one of many is not all of them
    [
      "Ana Ruiz left. Critics of the plan, Ruiz among them, said it.",
      "Critics of the plan, Ruiz among them,",
      "Critics of the plan, Ruiz among them",
    ],
    ["Ana Ruiz left. Critics, like Ana Ruiz, said it.", "Critics, like Ana Ruiz,", "Critics, like Ana Ruiz"],
    [
      "Supporters, including the Tarn Conference of Mayors, said it.",
      "Supporters, including the Tarn Conference of Mayors,",
      "Supporters, including the Tarn Conference of Mayors",
    ],
    // somebody and those around them
    ["Ana Ruiz left. Ruiz and her aides said it.", "Ruiz and her aides", "Ana Ruiz and her aides"],
    [
      "Senator Ana Ruiz met Tom Falk. The senator and her aides said it.",
      "The senator and her aides",
      "Ana Ruiz and her aides",
    ],
    [
      "Ana Ruiz left (warning: Footage holds grim scenes). Footage of the storm shows it.",
      "Footage of the storm",
      "Footage of the storm",
    ],
    ["China, the North's ally and its friend, said it.", "China, the North's ally and its friend,", "China"],
    ["Ana Ruiz left. Ruiz, others said it.", "Ruiz, others", "Ana Ruiz and others"],
    // a surname that stands first
    ["They met Bao Ki-lan. It was old, Mr. Bao said.", "Mr. Bao", "Bao Ki-lan"],
    // a surname written wrong
    ["Ana Ferrowby left. Ferowby said it.", "Ferowby", "Ana Ferrowby"],
    ["Ana Ferrowby met Tom Ferowby. Ferowby said it.", "Ferowby", "Tom Ferowby"],
    ["Ana Ferry left. Terry said it.", "Terry", "Terry"],
    // bodies of people for something
    [
      "Skippers met Citizens for a Harbour. Citizens for Clean Nets said it.",
      "Citizens for Clean Nets",
      "Citizens for Clean Nets",
    ],
    // the one of a surname whom the sentence goes on to call "his"
    ["Ula Ruiz and Ana Ruiz left. Ana Ruiz left. Tom Ruiz came. Ruiz sold his net.", "Ruiz", "Tom Ruiz"],
    // a first name and a surname that are titles or verbs too
    ["Dean Baker left. Baker said it.", "Baker", "Dean Baker"],
    ["It is bad, said Will Falk. Then Falk said it.", "Falk", "Will Falk"],
    ["They met David Jolly. Jolly said it.", "Jolly", "David Jolly"],
    // a place with an office is no name
    [
      "It came from former Florida Gov. and Harbour Committee Chairman Tom Falk.",
      "former Florida Gov. and Harbour Committee Chairman Tom Falk",
      "Tom Falk",
    ],
    // offices before a name
    [
      "Dockers Union Secretary-Treasurer Ana Ruiz said it.",
      "Dockers Union Secretary-Treasurer Ana Ruiz",
      "Ana Ruiz",
    ],
    ["Senate Majority Whip Ana Ruiz left. Ruiz said it.", "Ruiz", "Ana Ruiz"],
    ["Former chief of staff Ana Ruiz said it.", "Former chief of staff Ana Ruiz", "Ana Ruiz"],
    ["The wife of chief Ana Ruiz said it.", "The wife of chief Ana Ruiz", "-"],
    // those around somebody, one of them by name
    ["Ana Ruiz and her aide Tom Falk said it.", "Ana Ruiz and her aide Tom Falk", "Ana Ruiz and Tom Falk"],
    [
      "Ana Ruiz left. Ruiz and like-minded skippers said it.",
      "Ruiz and like-minded skippers",
      "Ana Ruiz and like-minded skippers",
    ],
    // what a body's name ends or begins with is not the body
    ["He left the Falk Golf Club Puerto Rico. Puerto Rico said it.", "Puerto Rico", "Puerto Rico"],
    ["He met the Council of Upper Karsia. Upper Karsia said it.", "Upper Karsia", "Upper Karsia"],
    ["Democrats United left. Then Democrats said it.", "Democrats", "Democrats"],
    // who has the office before somebody else of the surname is named
    ["On Monday President Ruiz left. The first lady, Ana Ruiz, came. Ruiz said it.", "Ruiz", "Ruiz"],
    ["Ana Ruiz came. Then President Ruiz said it.", "President Ruiz", "Ana Ruiz"],
    ["On Monday Mayor Ruiz left. Mayor Ana Ruiz said it.", "Mayor Ruiz", "Ana Ruiz"],
    ["Ana Ruiz came. Watch Falk Speech on the net. Mr. Falk said it.", "Mr. Falk", "Falk"],
    ["Ana Ruiz came with Ulva Bao Suu Lan. Suu Lan said it.", "Suu Lan", "Ulva Bao Suu Lan"],
    // a campaign and somebody else
    [
      "Nominee Ana Ruiz left. The Ruiz campaign met Tom Falk. The Ruiz campaign and Falk said it.",
      "The Ruiz campaign and Falk",
      "Ruiz campaign and Tom Falk",
    ],
    ["Skippers and Ana Ruiz said it.", "Skippers and Ana Ruiz", "Skippers and Ana Ruiz"],
    ["Nominee Ana Ruiz left. The Ruiz campaign came. Ruiz's team said it.", "Ruiz's team", "Ruiz campaign"],
    ["He left the Ana Ruiz Show. Ruiz said it.", "Ruiz", "Ana Ruiz"],
    ["Senator Ana Ruiz left. It is the senator's old view.", "the senator's", "Ana Ruiz"],
    // the title of the next name is no role of the one before
    ["With Ana Ruiz, Mayor Tom Falk made it. The mayor said it.", "The mayor", "Tom Falk"],
    [
      "Ana Ruiz left. Half a dozen Harbour Republicans said it.",
      "Half a dozen Harbour Republicans",
      "Half a dozen Harbour Republicans",
    ],
    [
      "It angers the crew, especially cooks and Tarn Skippers.",
      "the crew, especially cooks and Tarn Skippers",
      "the crew, especially cooks and Tarn Skippers",
    ],
    ["Ana Ruiz left TNN. This TNN “reporter” said it.", "This TNN “reporter”", "This TNN “reporter”"],
    ["Odra Ferrowby met Tom Falk. Ferowby said it.", "Ferowby", "Odra Ferrowby"],
    // one person of two roles
    ["Former cook and Harbour Mayor Ana Ruiz said it.", "Former cook and Harbour Mayor Ana Ruiz", "Ana Ruiz"],
    [
      "It was former Tarrow-Kestrel CEO and presidential candidate Ana Ruiz.",
      "former Tarrow-Kestrel CEO and presidential candidate Ana Ruiz",
      "Ana Ruiz",
    ],
    // what stands before a name
    ["It was made by Democrats Ana Ruiz and Tom Falk. Ruiz said it.", "Ruiz", "Ana Ruiz"],
    ["They met Director of National Harbours Tom Falk. Falk said it.", "Falk", "Tom Falk"],
    [
      "The Council on Tarn Relations National Director Tom Falk said it.",
      "The Council on Tarn Relations National Director Tom Falk",
      "Tom Falk",
    ],
    ["Review Crowd Does Not Like Tom Falk. But Tom Falk left. Then Falk said it.", "Falk", "Tom Falk"],
    ["He wrote in the National Tide. The National Tide said it.", "The National Tide", "National Tide"],
    // several and others
    [
      "Ana Ruiz, Tom Falk, and other skippers said it.",
      "Ana Ruiz, Tom Falk, and other skippers",
      "Ana Ruiz, Tom Falk and other skippers",
    ],
    [
      "Others, including Ana Ruiz and Tom Falk, said it.",
      "Others, including Ana Ruiz and Tom Falk,",
      "Others, including Ana Ruiz and Tom Falk",
    ],
    [
      "Ana Ruiz, who left Tarn and other towns, said it.",
      "Ana Ruiz, who left Tarn and other towns,",
      "Ana Ruiz",
    ],
    // a pronoun with its verb; a phrase that opens the sentence
    ["Ana Ruiz left. That is why she’s angry.", "she’s", "Ana Ruiz"],
    ["Tom Falk met Zev Dray. Falk left. In his view of the mogul, Dray said, it is bad.", "his", "Zev Dray"],
    ["After the leak of the harbour report, which said it, Ana Ruiz left.", "which", "the harbour report"],
  ])("%s — %s is %s", (text, source, name) => {
    expect(resolved(text, source)).toBe(name);
  });
});
