import type { Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, it } from "vitest";
import { resourcesOf, templateWith, theResource } from "./stack.ts";

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

let template: Template;
beforeAll(() => {
  template = templateWith();
});

const list = <T>(oneOrMore: T | T[]): T[] => (Array.isArray(oneOrMore) ? oneOrMore : [oneOrMore]);

/** A resource as `Articles`, `Articles/*` or `*`, for reading. */
function shown(resource: unknown): string {
  if (typeof resource === "string") return resource;
  const { "Fn::GetAtt": attribute, "Fn::Join": join } = resource as {
    "Fn::GetAtt"?: [string, string];
    "Fn::Join"?: [string, unknown[]];
  };
  if (join !== undefined) return join[1].map(shown).join(join[0]);
  const [id = "", name = ""] = attribute ?? [];
  return id.replace(/[0-9A-F]{8}$/u, "") + (name === "StreamArn" ? "/stream" : "");
}

/** What a function's role allows: `action on resource`, sorted. */
function permissionsOf(name: string): string[] {
  const [, { Properties }] = theResource(template, "AWS::IAM::Policy", `${name}FunctionRoleDefaultPolicy`);
  const { Statement } = Properties.PolicyDocument as { Statement: Statement[] };
  return Statement.flatMap(({ Effect, Action, Resource }) => {
    expect(Effect).toBe("Allow");
    return list(Action).flatMap((action) =>
      list(Resource).map((resource) => `${action} on ${shown(resource)}`),
    );
  }).sort();
}

const everyFunction = (name: string) => [
  `logs:CreateLogStream on ${name}FunctionLogs`,
  `logs:PutLogEvents on ${name}FunctionLogs`,
  // X-Ray knows no resources.
  "xray:PutTelemetryRecords on *",
  "xray:PutTraceSegments on *",
];
const consuming = (queue: string) =>
  ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"].map(
    (action) => `sqs:${action} on ${queue}`,
  );
const items = [
  "BatchGetItem",
  "BatchWriteItem",
  "ConditionCheckItem",
  "DeleteItem",
  "GetItem",
  "PutItem",
  "Query",
  "UpdateItem",
].map((action) => `dynamodb:${action} on Results`);
const queries = ["BatchGetItem", "GetItem", "Query"].flatMap((action) => [
  `dynamodb:${action} on Results`,
  `dynamodb:${action} on Results/index/*`,
]);

describe("a function may do exactly what it does", () => {
  it.each([
    {
      name: "Segment",
      may: [
        ...consuming("SegmentQueue"),
        ...items,
        "s3:GetObject on Articles/*",
        "s3:GetObjectVersion on Articles/*",
        "s3:ListBucket on Articles",
        "s3:PutObject on Segments/*",
        "s3:DeleteObject on Segments/*",
        "s3:ListBucket on Segments",
      ],
    },
    {
      name: "Tag",
      may: [
        ...consuming("TagQueue"),
        ...items,
        "s3:GetObject on Segments/*",
        "s3:DeleteObject on Segments/*",
        "s3:ListBucket on Segments",
      ],
    },
    {
      name: "Publish",
      may: [
        "events:PutEvents on PublishBus",
        "sqs:GetQueueAttributes on PublishDeadLetters",
        "sqs:GetQueueUrl on PublishDeadLetters",
        "sqs:SendMessage on PublishDeadLetters",
        ...["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
          (action) => `dynamodb:${action} on Results/stream`,
        ),
      ],
    },
    { name: "Api", may: queries },
  ])("$name", ({ name, may }) => {
    expect(permissionsOf(name)).toEqual([...everyFunction(name), ...may].sort());
  });

  it("and has no ready-made policy beside its own", () => {
    for (const name of ["Segment", "Tag", "Publish", "Api"]) {
      const [, { Properties }] = theResource(template, "AWS::IAM::Role", `${name}FunctionRole`);
      expect(Properties).not.toHaveProperty("ManagedPolicyArns");
    }
  });
});

it("nobody may write to the bucket that starts the work", () => {
  for (const [id, { Properties }] of resourcesOf(template, "AWS::IAM::Policy")) {
    for (const { Action, Resource } of (Properties.PolicyDocument as { Statement: Statement[] }).Statement) {
      if (
        !list(Resource)
          .map(shown)
          .some((name) => name.startsWith("Articles"))
      )
        continue;
      const writing = list(Action).filter((action) => /^s3:(?:\*|Put|Delete)/u.test(action));
      // Setting up the notifications is CDK's own business and touches no object.
      expect(
        writing.filter((action) => action !== "s3:PutBucketNotification"),
        id,
      ).toEqual([]);
    }
  }
});

/** The statements of all policies that are attached to a type of resource. */
const statementsOn = (type: string): (Statement & { Principal?: unknown; Condition?: unknown })[] =>
  [...resourcesOf(template, type).values()].flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
  );

describe("nobody else may anything", () => {
  it("no role but those of the functions, and of CDK's own that sets the notifications", () => {
    const roles = [...resourcesOf(template, "AWS::IAM::Role").keys()];
    expect(roles.map((id) => id.replace(/(?:[0-9a-f]{32}Role)?[0-9A-F]{8}$/u, "")).sort()).toEqual([
      "ApiFunctionRole",
      "BucketNotificationsHandler",
      "PublishFunctionRole",
      "SegmentFunctionRole",
      "TagFunctionRole",
    ]);
  });

  it("a bucket's own policy only refuses", () => {
    const statements = statementsOn("AWS::S3::BucketPolicy");
    expect(statements.length).toBeGreaterThan(0);
    for (const { Effect } of statements) expect(Effect).toBe("Deny");
  });

  it("a queue's own policy lets in S3 alone, for one bucket", () => {
    const allowing = statementsOn("AWS::SQS::QueuePolicy").filter(({ Effect }) => Effect === "Allow");
    expect(allowing.length).toBeGreaterThan(0);
    for (const { Principal, Condition } of allowing) {
      expect(Principal).toEqual({ Service: "s3.amazonaws.com" });
      expect(Condition).toMatchObject({ ArnLike: { "aws:SourceArn": expect.anything() } });
    }
  });

  it("a function is called by the API's gateway alone, for one API, or by its event source", () => {
    for (const [id, { Properties }] of resourcesOf(template, "AWS::Lambda::Permission")) {
      expect(Properties, id).toMatchObject({
        Principal: "apigateway.amazonaws.com",
        SourceArn: expect.anything(),
      });
    }
    expect(resourcesOf(template, "AWS::Lambda::Url").size).toBe(0);
  });
});

it("there is no secret in the template", () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(/secret|password|AKIA[A-Z0-9]{12}|private key/iu);
  expect(resourcesOf(template, "AWS::IAM::AccessKey").size).toBe(0);
});
