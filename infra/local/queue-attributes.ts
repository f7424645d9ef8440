/** The attributes of CreateQueue from the properties of an AWS::SQS::Queue, as texts. */
export function queueAttributes(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const named: Record<string, string> = {
    VisibilityTimeout: "VisibilityTimeout",
    DelaySeconds: "DelaySeconds",
    MaximumMessageSize: "MaximumMessageSize",
    MessageRetentionPeriod: "MessageRetentionPeriod",
    ReceiveMessageWaitTimeSeconds: "ReceiveMessageWaitTimeSeconds",
    FifoQueue: "FifoQueue",
    ContentBasedDeduplication: "ContentBasedDeduplication",
  };
  const attributes: Record<string, string> = { VisibilityTimeout: "30" };
  for (const [property, attribute] of Object.entries(named)) {
    if (properties[property] !== undefined) attributes[attribute] = String(properties[property]);
  }
  // The empty text takes a policy away that an earlier template had.
  const redrive = properties.RedrivePolicy;
  attributes.RedrivePolicy = redrive === undefined ? "" : JSON.stringify(redrive);
  return attributes;
}
