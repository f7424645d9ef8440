import { Parser } from "#extraction/syntax/parser.ts";
import { relationIndex, relations } from "#extraction/syntax/relations.ts";
import { Shortcuts } from "#extraction/syntax/shortcuts.ts";
import { WordForms } from "#extraction/syntax/word-forms.ts";
import { DecisionCounts, packShortcuts } from "./decision-counts.ts";
import { zeroCost } from "./oracle.ts";
import { Perceptron } from "./perceptron.ts";
import { shuffled } from "./shuffled.ts";
import type { SyntaxSettings } from "./train-syntax.ts";
import { type Example, readForms } from "./train-tagger.ts";

/** What the parser learns from: an example with the tags that a tagger gave it. */
export interface TaggedExample {
  readonly example: Example;
  readonly tag: Uint8Array;
}

/** The heads of an example as the parser counts them: the number of words for the root. */
export const goldHeads = ({ sentence }: Example): Int32Array =>
  sentence.heads.map((head) => (head < 0 ? sentence.forms.length : head));

/** The relations of an example as indices. */
export const goldRelations = ({ sentence }: Example): Uint8Array =>
  Uint8Array.from(sentence.relations, relationIndex);

/** The models of a parser: transitions and relations. */
export interface ParserPerceptrons {
  readonly transition: Perceptron;
  readonly relation: Perceptron;
  /** What is settled without weights. */
  readonly shortcuts: { readonly transition: Int32Array; readonly relation: Int32Array };
}

/** By how much the best right transition has to be ahead of the best wrong one; else the weights are changed. */
const margin = 10;

/** Trains both models together. From the second round on the parser follows its own choices, right or wrong. */
export function trainParser(
  examples: readonly TaggedExample[],
  settings: SyntaxSettings,
  seed: number,
  report: (line: string) => void = () => {},
): ParserPerceptrons {
  const { rounds } = settings.transition;
  const transition = new Perceptron(3, settings.transition.admission, 1 << 18);
  const relation = new Perceptron(relations.length, settings.relation.admission);
  const parser = new Parser(transition, relation);
  const forms = new WordForms();
  const transitionCounts = new DecisionCounts();
  const relationCounts = new DecisionCounts();
  let shortcuts: ParserPerceptrons["shortcuts"] = {
    transition: new Int32Array(1),
    relation: new Int32Array(1),
  };
  for (let round = 0; round < rounds; round++) {
    let wrong = 0;
    let steps = 0;
    for (const { example, tag } of shuffled(examples, seed + round)) {
      readForms(forms, example);
      const heads = goldHeads(example);
      const labels = goldRelations(example);
      parser.run(forms, tag, {
        transition(best) {
          steps++;
          const good = zeroCost(parser.state, heads);
          const bad = parser.state.legal & ~good;
          if (round === 0)
            transitionCounts.add(
              parser.key,
              [0, 1, 2].filter((one) => good & (1 << one)),
            );
          transition.tick();
          if (bad === 0) return best;
          const right = parser.bestOf(good);
          const rival = parser.bestOf(bad);
          if ((parser.scores[right] as number) - (parser.scores[rival] as number) < margin) {
            transition.update(parser.features, parser.count, right, 1);
            transition.update(parser.features, parser.count, rival, -1);
          }
          if (good & (1 << best)) return best;
          wrong++;
          return round > 0 ? best : right;
        },
        relation(child, head, best) {
          if (heads[child] !== head) return best;
          const right = labels[child] as number;
          if (round === 0) relationCounts.add(parser.relationKey, [right]);
          relation.tick();
          if (best !== right) {
            relation.update(parser.relationFeatures, parser.relationCount, right, 1);
            relation.update(parser.relationFeatures, parser.relationCount, best, -1);
          }
          return best;
        },
      });
    }
    if (round === 0) {
      shortcuts = {
        transition: packShortcuts(transitionCounts.settled(40, 0.998)),
        relation: packShortcuts(relationCounts.settled(20, 0.995)),
      };
      parser.transitionShortcuts = new Shortcuts(shortcuts.transition);
      parser.relationShortcuts = new Shortcuts(shortcuts.relation);
    }
    report(`round ${round + 1} of ${rounds}: ${((100 * wrong) / steps).toFixed(2)} % of transitions wrong`);
  }
  return { transition, relation, shortcuts };
}
