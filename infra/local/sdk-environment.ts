import type { LocalPart } from "./local-stack.ts";

/** The variables with which the AWS CLI and SDK, in functions too, reach the parts of a local stack. */
export const sdkEnvironment = (
  endpoints: Readonly<Record<LocalPart, string>>,
  region: string,
): Record<string, string> => ({
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.events,
  AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
});
