import profiles from "../lexicons/function-words.json" with { type: "json" };

/** What is read to tell the language, in UTF-16 code units: more does not change the answer. */
const sample = 40_000;
/** A text with fewer words than this is taken for English: there is too little to tell. */
const fewestWords = 8;

const functionWords = profiles.entries.map((entry) => {
  const [name = "", words = ""] = entry.split("|");
  return { name, words: new Set(words.split(" ")) };
});

const scripts: readonly { name: string; pattern: RegExp }[] = [
  { name: "Japanese", pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { name: "Chinese", pattern: /\p{Script=Han}/gu },
  { name: "Korean", pattern: /\p{Script=Hangul}/gu },
  { name: "Russian or another language in Cyrillic script", pattern: /\p{Script=Cyrillic}/gu },
  { name: "Arabic or another language in Arabic script", pattern: /\p{Script=Arabic}/gu },
  { name: "Hebrew", pattern: /\p{Script=Hebrew}/gu },
  { name: "Greek", pattern: /\p{Script=Greek}/gu },
  { name: "Hindi or another language in Devanagari script", pattern: /\p{Script=Devanagari}/gu },
  { name: "Thai", pattern: /\p{Script=Thai}/gu },
];

/**
 * The language that a text is in, as far as it matters: `null` for English and for what is too short to
 * tell, else its name for people ("German", "another language"). By script first, then by the share of
 * function words, after Dunning (1994) in its simplest form.
 */
export function detectForeignLanguage(text: string): string | null {
  const head = text.slice(0, sample);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= fewestWords && latin < letters / 2) return scriptName(head);
  const words = head.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < fewestWords) return null;
  const counts = functionWords.map(({ name, words: known }) => ({
    name,
    count: words.filter((word) => known.has(word)).length,
  }));
  const english = counts.find(({ name }) => name === "English")?.count ?? 0;
  const best = counts
    .filter(({ name }) => name !== "English")
    .reduce((a, b) => (b.count > a.count ? b : a), { name: "another language", count: 0 });
  if (best.count >= 3 && best.count > english * 1.5) return best.name;
  const isForeign =
    words.length >= 60 && english < words.length * 0.03 && new Set(words).size > words.length / 10;
  return isForeign ? "another language" : null;
}

function scriptName(text: string): string {
  let best = { name: "another language", count: 0 };
  for (const { name, pattern } of scripts) {
    const count = text.match(pattern)?.length ?? 0;
    // Japanese writes Chinese characters among its own.
    if (name === "Japanese" && count > 2) return name;
    if (count > best.count) best = { name, count };
  }
  return best.name;
}
