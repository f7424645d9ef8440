import { ModelFileError } from "#extraction/model/model-file-error.ts";
import { shippedModel } from "#extraction/model/shipped-model.ts";

/** Why the model that Onrecord ships with cannot be used, in one line for the user; `null` where it can. */
export function modelProblem(): string | null {
  try {
    shippedModel();
    return null;
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
}
