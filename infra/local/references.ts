import type { References } from "./intrinsics.ts";
import type { Template } from "./template.ts";

/** What is only known once the parts run. */
export interface LocalValues {
  readonly region: string;
  readonly account: string;
  readonly names: ReadonlyMap<string, string>;
  readonly queueUrl: (name: string) => string;
  /** ARN of a table's stream as functions are to see it; by logical id. */
  readonly streams: ReadonlyMap<string, string>;
  /** `http://127.0.0.1:PORT` of the HTTP API, where there is one. */
  readonly apiEndpoint: () => string | undefined;
}

/** What a template's references mean on this machine. Resources that have no local part get a plausible name. */
export function localReferences(template: Template, values: LocalValues): References {
  const { region, account, names } = values;
  const pseudo: Record<string, unknown> = {
    "AWS::Region": region,
    "AWS::AccountId": account,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": template.stackName,
    "AWS::StackId": `arn:aws:cloudformation:${region}:${account}:stack/${template.stackName}/local`,
    "AWS::NoValue": undefined,
    "AWS::NotificationARNs": [],
  };

  const nameOf = (id: string): string => {
    const name = names.get(id);
    if (name === undefined) throw new Error(`The template refers to ${id}, which is not in it.`);
    return name;
  };

  function arn(id: string): string {
    const name = nameOf(id);
    switch (template.resources[id]?.Type) {
      case "AWS::S3::Bucket":
        return `arn:aws:s3:::${name}`;
      case "AWS::SQS::Queue":
        return `arn:aws:sqs:${region}:${account}:${name}`;
      case "AWS::DynamoDB::Table":
      case "AWS::DynamoDB::GlobalTable":
        return `arn:aws:dynamodb:${region}:${account}:table/${name}`;
      case "AWS::Lambda::Function":
        return `arn:aws:lambda:${region}:${account}:function:${name}`;
      case "AWS::Events::EventBus":
        return `arn:aws:events:${region}:${account}:event-bus/${name}`;
      case "AWS::Logs::LogGroup":
        return `arn:aws:logs:${region}:${account}:log-group:${name}:*`;
      case "AWS::IAM::Role":
        return `arn:aws:iam::${account}:role/${name}`;
      default:
        return `arn:aws:local:${region}:${account}:${name}`;
    }
  }

  return {
    ref(name) {
      if (Object.hasOwn(pseudo, name)) return pseudo[name];
      if (Object.hasOwn(template.parameters, name)) return template.parameters[name]?.Default;
      return template.resources[name]?.Type === "AWS::SQS::Queue"
        ? values.queueUrl(nameOf(name))
        : nameOf(name);
    },
    attribute(id, attribute) {
      switch (attribute) {
        case "Arn":
          return arn(id);
        case "StreamArn":
          return values.streams.get(id) ?? `${arn(id)}/stream/local`;
        case "QueueUrl":
          return values.queueUrl(nameOf(id));
        case "ApiEndpoint":
          return values.apiEndpoint() ?? "";
        default:
          // QueueName, Name, ApiId, …
          return nameOf(id);
      }
    },
  };
}
