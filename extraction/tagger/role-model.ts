import { z } from "zod";
import type { Model } from "../model/model.ts";
import { EdgeWeights } from "./edge-weights.ts";
import { LabelWeights } from "./label-weights.ts";
import { LinearChain } from "./linear-chain.ts";
import { featureGroups, RoleFeatures } from "./role-features.ts";

/** How the weights of a tagger are to be read. */
export const roleSettingsSchema = z.object({
  /** What a weight is multiplied with. */
  scale: z.number().positive(),
  /** The groups of features that it was trained with. */
  groups: z.array(z.enum(featureGroups)),
});
export type RoleSettings = z.infer<typeof roleSettingsSchema>;

/** The weights of a tagger of roles, as `training/roles` makes them. */
export interface RoleWeights {
  readonly settings: RoleSettings;
  /** See {@link LabelWeights}. */
  readonly labels: Int32Array;
  /** See {@link EdgeWeights}. */
  readonly edges: Int8Array;
}

/** A tagger of roles ready for use, with the room that it works in: for one article at a time. */
export class RoleModel {
  readonly labels: LabelWeights;
  readonly edges: EdgeWeights;
  readonly features: RoleFeatures;
  readonly chain = new LinearChain();

  /** Takes the weights from the model. @throws ModelFileError where one is missing or of another type */
  static from(model: Model): RoleModel {
    return new RoleModel({
      settings: model.json("roles/settings", roleSettingsSchema),
      labels: model.numbers("roles/label-weights", "int32"),
      edges: model.numbers("roles/edge-weights", "int8"),
    });
  }

  constructor({ settings, labels, edges }: RoleWeights) {
    this.labels = new LabelWeights(labels, settings.scale);
    this.edges = new EdgeWeights(edges, settings.scale);
    this.features = new RoleFeatures(settings.groups, this.labels.list());
  }
}
