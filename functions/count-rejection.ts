import { type Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { RejectionCode } from "#extraction/rejection.ts";

/** Counts a rejection, among all and under its reason, which tells a bad export from a picture that got in. */
export function countRejection(metrics: Metrics, reason: RejectionCode): void {
  metrics.addMetric("ArticlesRejected", MetricUnit.Count, 1);
  // Of its own: one more dimension on the stored metrics would split all that are counted beside it.
  metrics.singleMetric().addDimension("reason", reason).addMetric("ArticlesRejected", MetricUnit.Count, 1);
}
