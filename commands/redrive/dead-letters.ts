import { GetQueueAttributesCommand, paginateListQueues, type SQSClient } from "@aws-sdk/client-sqs";

/** The stages whose dead letters can be sent through again. */
export const stages = ["segment", "tag"] as const;
export type StageName = (typeof stages)[number];

/** A queue of dead letters, and the queue that they came from. */
export type DeadLetters = {
  readonly url: string;
  readonly arn: string;
  /** How many messages can be received now; SQS counts approximately. */
  readonly waiting: number;
  /** How many somebody has received and not yet deleted. */
  readonly inFlight: number;
  readonly source: { readonly url: string; readonly arn: string };
};

const nameOf = (url: string): string => url.slice(url.lastIndexOf("/") + 1);

async function attributesOf(client: SQSClient, url: string): Promise<Record<string, string>> {
  const answer = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["All"] }));
  return answer.Attributes ?? {};
}

/** The local queue server gives a policy that was never set as an empty text. */
const targetOf = (redrivePolicy = ""): string | undefined =>
  redrivePolicy === ""
    ? undefined
    : (JSON.parse(redrivePolicy) as { deadLetterTargetArn?: string }).deadLetterTargetArn;

/**
 * Finds a stage's dead letters by the beginning of their generated name, and their source by its redrive policy.
 * @throws Error with one line for the user where there are none
 */
export async function findDeadLetters(
  client: SQSClient,
  stackName: string,
  stage: StageName,
): Promise<DeadLetters> {
  const prefix = `${stackName}-${stage === "segment" ? "Segment" : "Tag"}`;
  const urls: string[] = [];
  for await (const page of paginateListQueues({ client }, { QueueNamePrefix: prefix, MaxResults: 1_000 })) {
    urls.push(...(page.QueueUrls ?? []));
  }
  const url = urls.find((one) => nameOf(one).startsWith(`${prefix}DeadLetters`));
  if (url === undefined)
    throw new Error(`there is no queue ${prefix}DeadLetters…: is ${stackName} deployed here?`);
  const own = await attributesOf(client, url);
  const arn = own.QueueArn ?? "";
  for (const candidate of urls) {
    const attributes = await attributesOf(client, candidate);
    if (targetOf(attributes.RedrivePolicy) !== arn) continue;
    return {
      url,
      arn,
      waiting: Number(own.ApproximateNumberOfMessages ?? 0),
      inFlight: Number(own.ApproximateNumberOfMessagesNotVisible ?? 0),
      source: { url: candidate, arn: attributes.QueueArn ?? "" },
    };
  }
  throw new Error(`no queue sends its dead letters to ${nameOf(url)}, so nobody knows where they came from`);
}
