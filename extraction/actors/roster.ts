import type { Quotation } from "../marks/quotation.ts";
import { reportingVerbsOf } from "../roles/reporting-verbs.ts";
import { tokensOfSpan } from "../roles/tokens-of-span.ts";
import type { Unit } from "../roles/unit.ts";
import type { SegmentedArticle } from "../segmented-article.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { type Stretch, TokenisedStretch, TokenReader } from "../tokens/token-reader.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import type { Cast } from "./cast.ts";
import { type Entity, unshouted } from "./entity.ts";
import { isFirstName, isFirstNameToken } from "./first-name.ts";
import { FullestNames, isSuffix } from "./fullest-name.ts";
import { NameBook, type NamedAs } from "./name-book.ts";
import { type NameRun, nameRuns } from "./name-run.ts";
import { tellsApart } from "./office.ts";
import { OrdinaryWords } from "./ordinary-words.ts";
import { genderIn, whoOfOneName } from "./same-name.ts";
import type { Mention } from "./timeline.ts";
import { withSurname } from "./title-surname.ts";

/** Every name of an article: where it stands, and whom its words mean. */
export interface Roster {
  /** Every place that names somebody, in order. */
  readonly mentions: readonly Mention[];
  /** Whom a name means, by full name, surname or first name; several where two share it. */
  readonly candidates: (name: NamedAs) => readonly Entity[];
  /** Whom a name that several share means at its place in the body, in code units. */
  readonly ofOneName: (place: number) => Entity | null;
  /** Whether a word is the last of somebody's full name. */
  readonly isSurname: (word: string) => boolean;
}

/** A nickname in marks within a name, with its marks, in code units; and how many a sentence is searched for. */
const longestNickname = 24;
const mostNicknames = 40;

/** A sentence whose tokens are there when they are asked for. */
type Sentence = Pick<Stretch, "tokens">;

/** A name run and the sentence that it is in. */
interface FoundRun {
  readonly run: NameRun;
  readonly sentence: Sentence;
}

/**
 * Reads the whole article for names before any source is resolved, so that a surname finds the full name wherever
 * that stands. Names of two words or more are entered in the cast first; single words then join those whose last (or
 * only first) name they are.
 */
export function readRoster(
  article: SegmentedArticle,
  units: readonly Unit[],
  marks: readonly (readonly Quotation[])[],
  cast: Cast,
): Roster {
  const sentences = sentencesOf(article, units, marks);
  const ordinary = new OrdinaryWords(article.text, sentences);
  const body = findRuns(sentences);
  const surnames = surnamesIn(body);
  const isSurname = (word: string): boolean => surnames.has(word);
  const single = singleWords(body);
  const found = withoutEpithets([...namesInHeadlines(article, units, single), ...body]).map((one) => {
    const run = withSurname(one.run, one.sentence.tokens, isSurname);
    return run === one.run ? one : { run, sentence: one.sentence };
  });
  const names = found.filter(({ run: { words } }) => words.length > 0 && !words.every(isInitial));
  const several = names.filter(({ run }) => run.words.length > 1);
  const inside = namesInNames(several, single);
  const fullest = new FullestNames();
  for (const { run } of [...several, ...inside]) fullest.note(unshouted(run.words));
  const written = new Set(names.flatMap(({ run }) => run.words));
  const book = new NameBook(cast, fullest, written, ordinary);
  const byLength = [...several, ...inside].sort((a, b) => b.run.words.length - a.run.words.length);
  for (const { run } of byLength) book.enter(run);
  for (const { run, sentence } of several) book.describe(article.text, run, sentence.tokens);
  const lone = names.filter(({ run }) => run.words.length === 1);
  for (const { run } of lone) if (run.title !== null && tellsApart(run.title)) book.enterTitled(run);
  for (const { run, sentence } of lone) book.enterSingle(article.text, run, sentence.tokens);
  book.settle();
  const mentions: Mention[] = [];
  const ofOneName = new Map<number, Entity>();
  for (const { run, sentence } of found) {
    if (run.words.length === 0) continue;
    const candidates = book.candidates(run);
    const shared = candidates.length > 1;
    const entity = shared
      ? whoOfOneName(candidates, run, { mentions, gender: genderIn(sentence.tokens, run.last) })
      : candidates[0];
    if (!entity) continue;
    if (shared) ofOneName.set(run.nameSpan[0], entity);
    entity.mentions.push(run.nameSpan);
    mentions.push({ span: run.span, entity, subject: isSubject(sentence.tokens, run) });
  }
  return {
    mentions,
    candidates: (run) => book.candidates(run),
    ofOneName: (place) => ofOneName.get(place) ?? null,
    isSurname,
  };
}

/** The last words of full names that have a known first name in front of them. */
function surnamesIn(found: readonly FoundRun[]): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const { run } of found) {
    const last = run.words.length - 1;
    if (last > 0 && run.words.some((word, at) => at < last && isFirstName(word.toLowerCase())))
      surnames.add(run.words[last] ?? "");
  }
  return surnames;
}

/** The name runs of some sentences, with the tokens around them. */
function findRuns(sentences: readonly Sentence[]): FoundRun[] {
  const found: FoundRun[] = [];
  for (const sentence of sentences)
    for (const run of nameRuns(sentence.tokens)) found.push({ run, sentence });
  return found;
}

/** The sentences of the body, as names are looked for in them: quotations are read too, and nicknames in marks are not. */
function sentencesOf(
  article: SegmentedArticle,
  units: readonly Unit[],
  marks: readonly (readonly Quotation[])[],
): readonly Sentence[] {
  const found: Sentence[] = [];
  const reader = new TokenReader(article.text);
  let at = 0;
  for (const [paragraph, segment] of article.segments.entries()) {
    if (segment.kind !== "body") continue;
    const nicknames = (marks[paragraph] ?? []).filter(
      ({ span: [start, end] }) => end - start <= longestNickname,
    );
    let next = 0;
    for (const sentence of segment.sentences) {
      while ((nicknames[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= sentence.span[0]) next++;
      while ((units[at]?.span[0] ?? Number.POSITIVE_INFINITY) < sentence.span[0]) at++;
      const unit = units[at];
      // A unit without quotations that is this sentence alone has its tokens.
      found.push(
        unit && !unit.quotes && isSame(unit.span, sentence.span)
          ? unit
          : new TokenisedStretch(reader, sentence.span, nicknames.slice(next, next + mostNicknames)),
      );
    }
  }
  return found;
}

const isSame = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/**
 * Full names in headlines whose surnames stand alone in the body. In a headline every word may have a capital, so only
 * a known first name with such a surname counts.
 */
function namesInHeadlines(
  { text, segments }: SegmentedArticle,
  units: readonly Unit[],
  surnames: ReadonlySet<string>,
): FoundRun[] {
  return segments.flatMap(({ kind, span }) => {
    if (kind !== "headline") return [];
    const all = tokensOfSpan(text, span, units);
    return all.flatMap((token, at) => {
      const next = all[at + 1];
      if (!isFirstNameToken(token) || !next || !surnames.has(next.text)) return [];
      const tokens = [token, next];
      return nameRuns(tokens).map((run) => ({ run, sentence: { tokens } }));
    });
  });
}

/** Names of one word, as they are written. */
function singleWords(found: readonly FoundRun[]): ReadonlySet<string> {
  const single = new Set<string>();
  for (const { run } of found) if (run.words.length === 1) single.add(run.words[0] ?? "");
  return single;
}

/** Ana Ruiz of "the Ana Ruiz Show", where "Ruiz" stands alone too. */
function namesInNames(found: readonly FoundRun[], single: ReadonlySet<string>): FoundRun[] {
  return found.flatMap(({ run, sentence }) => {
    if (run.words.length < 3 || !isFirstName(run.words[0]?.toLowerCase() ?? "")) return [];
    const end = run.words.findIndex((word, at) => at > 0 && single.has(word)) + 1;
    if (end < 2 || end === run.words.length || isSuffix(run.words[end] ?? "")) return [];
    const start = sentence.tokens.findIndex((token) => token.start === run.nameSpan[0]);
    const last = start < 0 ? undefined : sentence.tokens[start + end - 1];
    if (!last || last.text !== run.words[end - 1]) return [];
    const nameSpan = [run.nameSpan[0], last.end] as const;
    const words = run.words.slice(0, end);
    return [
      { run: { ...run, words, nameSpan, span: nameSpan, last: start + end - 1, acronym: null }, sentence },
    ];
  });
}

/** "Rival Ana Ruiz", "Crooked Ana Ruiz": the name alone, where the article has it alone too. */
function withoutEpithets(found: readonly FoundRun[]): FoundRun[] {
  let names: ReadonlySet<string> | undefined;
  return found.map((one) => {
    const { run, sentence } = one;
    const [epithet = "", first = ""] = run.words;
    if (
      run.words.length < 3 ||
      isInitial(epithet) ||
      isFirstName(epithet.toLowerCase()) ||
      !isFirstName(first.toLowerCase())
    )
      return one;
    names ??= new Set(found.map(({ run: { words } }) => words.join(" ")));
    if (!names.has(run.words.slice(1).join(" "))) return one;
    const start = sentence.tokens.findIndex((token) => token.start > run.nameSpan[0]);
    const token = sentence.tokens[start];
    if (!token) return one;
    const [words, nameSpan] = [run.words.slice(1), [token.start, run.nameSpan[1]] as const];
    return { run: { ...run, words, nameSpan, span: nameSpan, first: start, opensSentence: false }, sentence };
  });
}

const isInitial = (word: string): boolean => word.length < 4 && /^\p{Lu}\.?$/u.test(word);

const isSubject = (tokens: readonly Token[], run: NameRun): boolean => {
  const next = tokens[behindApposition(tokens, run.last + 1)];
  return looksFinite(next) || reportingVerbsOf(next).some((verb) => verb.past || next?.lower.endsWith("s"));
};

/** The longest apposition passed over between a name and its verb, in tokens. */
const longestApposition = 12;

/** Index of the token at `at`, or of the one behind an apposition that begins there ("Rae, the skipper, said"). */
function behindApposition(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ",") return at;
  for (let end = at + 2; end <= at + longestApposition; end++) if (tokens[end]?.text === ",") return end + 1;
  return at;
}
