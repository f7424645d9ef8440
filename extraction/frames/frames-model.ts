import { z } from "zod";
import type { CalibrationTable } from "../calibration-table.ts";
import type { Model } from "../model/model.ts";
import { EdgeWeights } from "../tagger/edge-weights.ts";
import { LabelWeights } from "../tagger/label-weights.ts";
import { LinearChain } from "../tagger/linear-chain.ts";

const numbers = z.array(z.number());

/** How the weights of the second pass are to be read. */
export const framesSettingsSchema = z.object({
  /** What a weight is multiplied with. */
  scale: z.number().positive(),
});
export type FramesSettings = z.infer<typeof framesSettingsSchema>;

/**
 * Turns what the second pass calls a frame's confidence into the probability that it is right, and the belief in a frame (see
 * `linking/believable.ts`) into the one that stands on results.
 */
export const framesCalibrationSchema: z.ZodType<CalibrationTable> = z.object({
  scores: numbers,
  probabilities: numbers,
});

/** The weights of the second pass, as `training/frames` makes them. */
export interface FramesWeights {
  readonly settings: FramesSettings;
  /** See {@link LabelWeights}. */
  readonly labels: Int32Array;
  /** See {@link EdgeWeights}. */
  readonly edges: Int8Array;
}

/** The second pass ready for use, with the room that it works in: for one article at a time. */
export class FramesModel {
  readonly labels: LabelWeights;
  readonly edges: EdgeWeights;
  readonly calibration: CalibrationTable;
  readonly trust: CalibrationTable;
  readonly chain = new LinearChain();

  /** Takes the weights from the model. @throws ModelFileError where one is missing or of another type */
  static from(model: Model): FramesModel {
    return new FramesModel(
      {
        settings: model.json("frames/settings", framesSettingsSchema),
        labels: model.numbers("frames/label-weights", "int32"),
        edges: model.numbers("frames/edge-weights", "int8"),
      },
      model.json("frames/calibration", framesCalibrationSchema),
      model.json("frames/trust", framesCalibrationSchema),
    );
  }

  constructor(
    { settings, labels, edges }: FramesWeights,
    calibration: CalibrationTable,
    trust: CalibrationTable,
  ) {
    this.labels = new LabelWeights(labels, settings.scale);
    this.edges = new EdgeWeights(edges, settings.scale);
    this.calibration = calibration;
    this.trust = trust;
  }
}
