import { type CfnElement, type Resource, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/**
 * Says why what rules of cdk-nag's packs find in a construct, and in those below it, is meant so: reasons by rule
 * (`AwsSolutions-S1`), or by one finding of a rule (`AwsSolutions-IAM5[Resource::*]`). A test runs the packs and lets nothing
 * else through.
 */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  const rules = Object.entries(reasons).map(([rule, reason]) => ({
    // Pack and rule: the pack's name begins the rule's.
    id: `${rule.split("-", 1)[0]}::${rule}`,
    reason,
  }));
  Validations.of(scope).acknowledge(...rules);
}

/** The finding that a policy allows something on all that is below a resource: `path` is what follows its ARN ("/*"). */
export function wildcardBelow({ stack, node }: Resource, path: string): string {
  // Every resource of the stack has one element of the template as its main child.
  return `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(node.defaultChild as CfnElement)}.Arn>${path}]`;
}
