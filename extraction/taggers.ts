import { shippedWorthModel, type WorthModel } from "./claims/worth-model.ts";
import { FramesModel } from "./frames/frames-model.ts";
import type { Model } from "./model/model.ts";
import { shippedModel } from "./model/shipped-model.ts";
import { SyntaxModel } from "./syntax/syntax-model.ts";
import { RoleModel } from "./tagger/role-model.ts";
import { WordClusters } from "./tagger/word-clusters.ts";

/** What the engine has learned, ready for use: for one article at a time. */
export interface Taggers {
  readonly syntax: SyntaxModel;
  readonly clusters: WordClusters;
  readonly roles: RoleModel;
  readonly frames: FramesModel;
  readonly worth: WorthModel;
  /** Hexadecimal digits that change with the weights, for the extractor's version. */
  readonly version: string;
}

/** Takes the weights from the two models. @throws ModelFileError where one is missing or of another type */
export const taggersFrom = (model: Model, worth: WorthModel): Taggers => ({
  syntax: SyntaxModel.from(model),
  clusters: WordClusters.from(model),
  roles: RoleModel.from(model),
  frames: FramesModel.from(model),
  worth,
  version: `${model.version}.worth.${worth.version}`,
});

let shipped: Taggers | undefined;

/**
 * Those of the model that Onrecord ships with, made at the first call and kept.
 *
 * @throws ModelFileError where it is missing or cannot be used; whoever starts a program calls this first
 */
export function shippedTaggers(): Taggers {
  shipped ??= taggersFrom(shippedModel(), shippedWorthModel());
  return shipped;
}
