import { analyseWords } from "#extraction/syntax/analyse.ts";
import { SyntaxModel, type SyntaxWeights } from "#extraction/syntax/syntax-model.ts";
import { headlineCopies } from "./headline-copies.ts";
import { jackknife } from "./jackknife.ts";
import { learnLemmas } from "./learn-lemmas.ts";
import { packThreeWay, packWeights } from "./pack-weights.ts";
import { trainMentions } from "./train-mentions.ts";
import { trainParser } from "./train-parser.ts";
import { buildLexicon, exampleOf, trainTagger } from "./train-tagger.ts";
import { readTreebank, type TreebankSentence } from "./treebank.ts";

/** Where the treebanks lie, and how to train. */
export interface SyntaxTraining {
  /** Folder of GUM, with `train/NAME.conllu`. */
  readonly gum: string;
  /** Folder of the English Web Treebank, with `train-NAME.conllu`. */
  readonly ewt: string;
  readonly seed: number;
  /** Told of each step as it ends. */
  readonly report: (line: string) => void;
}

/** How one model is trained and packed. */
export interface LearningSettings {
  readonly rounds: number;
  /** Changes that a feature must have had a part in before it gets weights. */
  readonly admission: number;
  /** Averaged weights nearer to zero than this are dropped. */
  readonly least: number;
  /** What an averaged weight is multiplied with before it is rounded. */
  readonly scale: number;
}

/** The settings of each model. */
export interface SyntaxSettings {
  readonly tagger: LearningSettings;
  readonly transition: LearningSettings;
  readonly relation: LearningSettings;
  readonly mention: LearningSettings;
}

/** Settings for treebanks of some hundred thousand words; chosen on GUM's and EWT's dev parts. */
export const usualSettings: SyntaxSettings = {
  tagger: { rounds: 6, admission: 6, least: 0.5, scale: 8 },
  transition: { rounds: 10, admission: 6, least: 0, scale: 4 },
  relation: { rounds: 10, admission: 6, least: 0.6, scale: 6 },
  mention: { rounds: 6, admission: 6, least: 0.3, scale: 8 },
};

/** Slots of the table of transitions, a power of two: 2 MB. */
const transitionSlots = 1 << 19;

/** Trains tagger, parser and mentions on the treebanks. The same files and seed give the same weights. */
export function trainSyntax({ gum, ewt, seed, report }: SyntaxTraining): SyntaxWeights {
  const sentences = [...readTreebank(gum, "train/*.conllu"), ...readTreebank(ewt, "train*.conllu")];
  report(`${sentences.length} sentences with trees`);
  return trainOn(sentences, seed, report);
}

/** Trains on sentences that are read already. */
export function trainOn(
  sentences: readonly TreebankSentence[],
  seed: number,
  report: (line: string) => void,
  settings: SyntaxSettings = usualSettings,
): SyntaxWeights {
  const examples = [...sentences, ...headlineCopies(sentences)].map(exampleOf);
  const lexicon = buildLexicon(examples);
  const tagger = packWeights(trainTagger(examples, lexicon, settings.tagger, seed), settings.tagger);
  report(`parts of speech: ${tagger.weights.length} weights`);
  const tagged = jackknife(examples, 5, { ...settings.tagger, rounds: 4 }, seed);
  report("parts of speech for the parser");
  const { transition, relation, shortcuts } = trainParser(tagged, settings, seed, report);
  const transitions = packThreeWay(transition, transitionSlots, settings.transition.scale);
  const relations = packWeights(relation, settings.relation);
  report(`parser: ${relations.weights.length} weights of relations`);
  const weights: SyntaxWeights = {
    "syntax/lexicon-forms": lexicon.forms,
    "syntax/lexicon-entries": lexicon.entries,
    "syntax/tagger-slots": tagger.slots,
    "syntax/tagger-weights": tagger.weights,
    "syntax/transition-slots": transitions,
    "syntax/transition-shortcuts": shortcuts.transition,
    "syntax/relation-shortcuts": shortcuts.relation,
    "syntax/relation-slots": relations.slots,
    "syntax/relation-weights": relations.weights,
    "syntax/mention-slots": new Uint32Array(16),
    "syntax/mention-weights": new Int16Array(1),
    "syntax/lemma-rules": learnLemmas(examples),
  };
  const model = new SyntaxModel(weights);
  const withMentions = sentences.filter((sentence) =>
    sentence.misc.some((column) => column.includes("Entity=")),
  );
  const parsed = withMentions.map((sentence) => {
    const { text, start, end, forms } = sentence;
    return { sentence, parsed: analyseWords(text, { start, end, length: forms.length }, model) };
  });
  const mentions = packWeights(trainMentions(parsed, settings.mention, seed), settings.mention);
  report(`mentions: ${mentions.weights.length} weights`);
  return { ...weights, "syntax/mention-slots": mentions.slots, "syntax/mention-weights": mentions.weights };
}
