import type { BusEvent, BusRule } from "./event-bus.ts";

/** Where rules can send events on this machine. */
export interface RuleTargets {
  readonly log: (group: string, line: string) => void;
  /** By queue name. */
  readonly send: (queue: string, body: string) => void;
  /** By function ARN. */
  readonly invoke: (reference: string, event: BusEvent) => Promise<unknown>;
}

interface Target {
  readonly Arn: string;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: unknown;
}

/**
 * The rules of AWS::Events::Rule properties whose references are worked out. Rules on a schedule are left out.
 *
 * @throws Error on a target that is no log group, queue or function, and on a transformed input
 */
export function eventRules(rules: readonly Readonly<Record<string, unknown>>[], to: RuleTargets): BusRule[] {
  return rules
    .filter((rule) => rule.State !== "DISABLED" && rule.EventPattern !== undefined)
    .flatMap((rule) =>
      ((rule.Targets ?? []) as Target[]).map((target) => ({
        bus: String(rule.EventBusName ?? "default").replace(/^.*event-bus\//, ""),
        pattern: rule.EventPattern,
        deliver: deliverTo(target, to),
      })),
    );
}

function deliverTo(target: Target, to: RuleTargets): BusRule["deliver"] {
  const { Arn } = target;
  if (target.Input !== undefined || target.InputPath !== undefined || target.InputTransformer !== undefined) {
    throw new Error(`A rule changes its input for ${Arn}; the local stack hands on whole events only.`);
  }
  const name = Arn.slice(Arn.lastIndexOf(":") + 1);
  switch (Arn.split(":")[2]) {
    case "logs":
      return (event) => to.log(Arn.replace(/^.*:log-group:/, "").replace(/:\*$/, ""), JSON.stringify(event));
    case "sqs":
      return (event) => to.send(name, JSON.stringify(event));
    case "lambda":
      return (event) => to.invoke(Arn, event);
    default:
      throw new Error(`A rule sends to ${Arn}; the local stack knows log groups, queues and functions.`);
  }
}
