import type { Metrics } from "@aws-lambda-powertools/metrics";
import type { MiddlewareObj } from "@middy/core";

/**
 * Middleware that publishes what an invocation counted when it ends, also where it fails. Where nothing was
 * counted nothing is written: the middleware of the metrics library would warn, though an event in which there
 * is nothing to do (`s3:TestEvent`) is nothing to warn of.
 */
export function publishStoredMetrics(metrics: Metrics): Pick<Required<MiddlewareObj>, "after" | "onError"> {
  const publish = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: publish, onError: publish };
}
