import { actorsStep } from "../actors/actors-step.ts";
import { framesStep } from "../frames/frames-step.ts";
import { habitsStep } from "../habits/habits-step.ts";
import { rolesStep } from "../roles/roles-step.ts";
import { syntaxStep } from "../syntax/syntax-step.ts";
import type { TrainingStep } from "./training-step.ts";

/** The steps of `npm run train`, in the order in which they are run: a step can use the sections of those before. */
export const trainingSteps: readonly TrainingStep[] = [
  syntaxStep,
  actorsStep,
  rolesStep,
  framesStep,
  habitsStep,
];
