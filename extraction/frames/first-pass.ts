import type { ArticleWords } from "../tagger/article-words.ts";
import { firstLabel, goesOn, labelCount, labelledRoles } from "../tagger/role-labels.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";

/** What stands for a label before and behind a paragraph. */
export const borderLabel: number = labelCount;

/** Classes of probabilities, of one width. */
const classCount = 6;

/** What the first pass found of one role, by word. */
export interface RolePass {
  /** The class of the probability that the word has the role, times six, and the class of that it begins it. */
  readonly probability: Uint8Array;
  /** How many spans of the role begin, and how many end, before each word; one place more than there are words. */
  readonly begun: Int32Array;
  readonly ended: Int32Array;
}

/** What the first pass found in an article, in the form that the second one looks at. */
export interface FirstPass {
  /** The label of each word; {@link borderLabel} at the border. */
  readonly label: Uint8Array;
  readonly source: RolePass;
  readonly cue: RolePass;
  readonly content: RolePass;
  /** How likely the word goes on with a content; 9 at the border. */
  readonly goesOn: Uint8Array;
  /** The class of the number of words before it that have the same label without a break. */
  readonly run: Uint8Array;
}

/** Numbers of words from which on a class begins. */
const runClasses = [0, 1, 2, 3, 6, 12, 25];

/** Puts labels and probabilities into classes, in time linear in the number of words. */
export function readFirstPass({ length }: ArticleWords, { labels, marginals }: TaggedRoles): FirstPass {
  const label = new Uint8Array(length + 1);
  label.set(labels);
  label[length] = borderLabel;
  const goesOn = new Uint8Array(length + 1);
  const run = new Uint8Array(length);
  const insideContent = firstLabel("content") + 1;
  let same = 0;
  for (let word = 0; word < length; word++) {
    goesOn[word] = classOf(marginals[word * labelCount + insideContent] as number);
    same = word > 0 && label[word] === label[word - 1] ? same + 1 : 0;
    let runClass = runClasses.length - 1;
    while ((runClasses[runClass] as number) > same) runClass--;
    run[word] = runClass;
  }
  goesOn[length] = 9;
  const [source, cue, content] = labelledRoles.map((role) =>
    readRole(length, label, marginals, firstLabel(role)),
  ) as [RolePass, RolePass, RolePass];
  return { label, source, cue, content, goesOn, run };
}

function readRole(length: number, label: Uint8Array, marginals: Float32Array, first: number): RolePass {
  const probability = new Uint8Array(length);
  const begun = new Int32Array(length + 1);
  const ended = new Int32Array(length + 1);
  for (let word = 0; word < length; word++) {
    const begins = marginals[word * labelCount + first] as number;
    const inside = marginals[word * labelCount + first + 1] as number;
    probability[word] = classOf(begins + inside) * classCount + classOf(begins);
    const here = label[word] as number;
    const behind = label[word + 1] as number;
    const isBegin = here === first ? 1 : 0;
    const isEnd = (here === first || here === first + 1) && !(goesOn(behind) && behind === first + 1) ? 1 : 0;
    begun[word + 1] = (begun[word] as number) + isBegin;
    ended[word + 1] = (ended[word] as number) + isEnd;
  }
  return { probability, begun, ended };
}

const classOf = (probability: number): number =>
  Math.min(classCount - 1, Math.floor(probability * classCount));

/** The class of the probability that a word has a role, 0 to 5. */
export const hasRole = ({ probability }: RolePass, word: number): number =>
  Math.floor((probability[word] as number) / classCount);
