import type { Model } from "./model.ts";
import { readModelFile } from "./read-model-file.ts";

/** The model file's name, beside this module and beside a bundle that it is part of. */
export const shippedModelFile = "onrecord.model";

/**
 * Where the model lies that Onrecord ships with: beside this module, or, where this is part of a bundle, beside the bundle.
 */
export const shippedModelUrl = new URL(`./${shippedModelFile}`, import.meta.url);

let read: Model | undefined;

/**
 * The model that Onrecord ships with. It is read at the first call and kept.
 *
 * @throws ModelFileError where it is missing or cannot be used; whoever starts a program calls this first
 */
export function shippedModel(): Model {
  read ??= readModelFile(shippedModelUrl, decodeURIComponent(shippedModelUrl.pathname));
  return read;
}
