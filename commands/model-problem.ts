import { ModelFileError } from "#extraction/model/model-file-error.ts";
import { shippedTaggers } from "#extraction/taggers.ts";

/** Why a model that Onrecord ships with cannot be used, in one line for the user; `null` where all can. */
export function modelProblem(): string | null {
  try {
    shippedTaggers();
    return null;
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
}
