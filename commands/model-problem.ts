import { shippedWorthModel } from "#extraction/claims/worth-model.ts";
import { ModelFileError } from "#extraction/model/model-file-error.ts";
import { shippedModel } from "#extraction/model/shipped-model.ts";

/** Why a model that Onrecord ships with cannot be used, in one line for the user; `null` where all can. */
export function modelProblem(): string | null {
  try {
    shippedModel();
    shippedWorthModel();
    return null;
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
}
