import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, it } from "vitest";
import { tableDefinition } from "#functions/store/table-definition.ts";
import { resourcesOf, templateWith, theResource } from "./stack.ts";

let template: Template;
beforeAll(() => {
  template = templateWith();
});

const functionNames = ["Segment", "Tag", "Publish", "Api"];
const buckets = ["Articles", "Segments"];
const queues = ["SegmentQueue", "SegmentDeadLetters", "TagQueue", "TagDeadLetters", "PublishDeadLetters"];
const attribute = (id: string, name: string) => ({ "Fn::GetAtt": [id, name] });

describe("every function", () => {
  it.each(functionNames)("%s runs on Node 24 and arm64, with its limits, logs and traces named", (name) => {
    const [id, { Properties }] = theResource(template, "AWS::Lambda::Function", `${name}Function`);
    const [logs, logGroup] = theResource(template, "AWS::Logs::LogGroup", `${name}FunctionLogs`);
    expect(id).toBeDefined();
    expect(Properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      MemorySize: expect.any(Number),
      Timeout: expect.any(Number),
      TracingConfig: { Mode: "Active" },
      LoggingConfig: { LogFormat: "JSON", LogGroup: { Ref: logs } },
    });
    expect(logGroup.Properties.RetentionInDays).toBe(30);
  });

  it.each([
    ["Segment", ["SEGMENTS_BUCKET", "TABLE_NAME"]],
    ["Tag", ["SEGMENTS_BUCKET", "TABLE_NAME"]],
    ["Publish", ["EVENT_BUS_NAME"]],
    ["Api", ["TABLE_NAME"]],
  ])("%s is told of %j and nothing else", (name, variables) => {
    const [, { Properties }] = theResource(template, "AWS::Lambda::Function", `${name}Function`);
    const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
    expect(Object.keys(Variables).sort()).toEqual(["NODE_OPTIONS", ...variables].sort());
    expect(Variables.NODE_OPTIONS).toBe("--enable-source-maps --max-semi-space-size=8");
  });
});

describe("a stage", () => {
  it.each(["Segment", "Tag"])("%s takes batches from its queue, record by record", (name) => {
    const [queue, { Properties }] = theResource(template, "AWS::SQS::Queue", `${name}Queue`);
    const [deadLetters] = theResource(template, "AWS::SQS::Queue", `${name}DeadLetters`);
    const [id, lambda] = theResource(template, "AWS::Lambda::Function", `${name}Function`);
    expect(Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: attribute(deadLetters, "Arn"),
      maxReceiveCount: 5,
    });
    expect(Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(lambda.Properties.Timeout));
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: attribute(queue, "Arn"),
      FunctionName: { Ref: id },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
  });

  it("limits concurrency at the event source only", () => {
    for (const [, { Properties }] of resourcesOf(template, "AWS::Lambda::Function")) {
      expect(Properties).not.toHaveProperty("ReservedConcurrentExecutions");
    }
  });
});

describe("queues", () => {
  it("are these and no others", () => {
    expect([...resourcesOf(template, "AWS::SQS::Queue").keys()].map(withoutHash).sort()).toEqual(
      [...queues].sort(),
    );
  });

  it.each(queues)("%s is encrypted and refuses plain connections", (name) => {
    const [id, { Properties }] = theResource(template, "AWS::SQS::Queue", name);
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    template.hasResourceProperties("AWS::SQS::QueuePolicy", {
      Queues: [{ Ref: id }],
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike(plainConnections(attribute(id, "Arn")))]),
      },
    });
  });

  it.each(["SegmentDeadLetters", "TagDeadLetters", "PublishDeadLetters"])(
    "%s keeps its messages for 14 days, longer than any queue before it",
    (name) => {
      const [, { Properties }] = theResource(template, "AWS::SQS::Queue", name);
      expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
      for (const queue of ["SegmentQueue", "TagQueue"]) {
        const [, work] = theResource(template, "AWS::SQS::Queue", queue);
        expect(work.Properties.MessageRetentionPeriod).toBeLessThan(14 * 24 * 3600);
      }
    },
  );
});

describe("buckets", () => {
  it.each(buckets)(
    "%s is closed to the public, encrypted, and refuses plain connections and old TLS",
    (name) => {
      const [id, { Properties }] = theResource(template, "AWS::S3::Bucket", name);
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      });
      template.hasResourceProperties("AWS::S3::BucketPolicy", {
        Bucket: { Ref: id },
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike(plainConnections(Match.arrayWith([attribute(id, "Arn")]))),
            Match.objectLike({
              Effect: "Deny",
              Action: "s3:*",
              Condition: { NumericLessThan: { "s3:TlsVersion": 1.2 } },
            }),
          ]),
        },
      });
    },
  );

  it("keeps versions of articles, old ones for 30 days", () => {
    const [, { Properties }] = theResource(template, "AWS::S3::Bucket", "Articles");
    expect(Properties).toMatchObject({
      VersioningConfiguration: { Status: "Enabled" },
      LifecycleConfiguration: {
        Rules: [{ Status: "Enabled", NoncurrentVersionExpiration: { NoncurrentDays: 30 } }],
      },
    });
  });

  it.each([
    ["Articles", "SegmentQueue", ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]],
    ["Segments", "TagQueue", ["s3:ObjectCreated:*"]],
  ])("%s announces to %s: %j, whatever the key", (bucketName, queueName, events) => {
    const [bucket] = theResource(template, "AWS::S3::Bucket", bucketName);
    const [queue] = theResource(template, "AWS::SQS::Queue", queueName);
    const [, { Properties }] = theResource(template, "Custom::S3BucketNotifications", bucketName);
    expect(Properties.BucketName).toEqual({ Ref: bucket });
    expect(Properties.NotificationConfiguration).toEqual({
      QueueConfigurations: events.map((event) => ({ Events: [event], QueueArn: attribute(queue, "Arn") })),
    });
    template.hasResourceProperties("AWS::SQS::QueuePolicy", {
      Queues: [{ Ref: queue }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Condition: { ArnLike: { "aws:SourceArn": attribute(bucket, "Arn") } },
          }),
        ]),
      },
    });
  });
});

describe("the table", () => {
  it("has the keys and indexes of its definition", () => {
    const [, { Properties }] = theResource(template, "AWS::DynamoDB::GlobalTable", "Results");
    const key = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: "HASH" },
      { AttributeName: sort, KeyType: "RANGE" },
    ];
    expect(Properties.KeySchema).toEqual(key(tableDefinition.partitionKey, tableDefinition.sortKey));
    expect(Properties.GlobalSecondaryIndexes).toEqual(
      tableDefinition.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: key(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: "ALL" },
      })),
    );
  });

  it("is on demand, restorable, kept, protected, and streams both images", () => {
    const [, { Properties, DeletionPolicy }] = theResource(template, "AWS::DynamoDB::GlobalTable", "Results");
    expect(DeletionPolicy).toBe("Retain");
    expect(Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    });
  });
});

describe("publication", () => {
  it("reads heads only, halves a failing batch, and parks what it cannot tell", () => {
    const [table] = theResource(template, "AWS::DynamoDB::GlobalTable", "Results");
    const [deadLetters] = theResource(template, "AWS::SQS::Queue", "PublishDeadLetters");
    const [, { Properties }] = theResource(template, "AWS::Lambda::EventSourceMapping", "Publish");
    expect(Properties).toMatchObject({
      EventSourceArn: attribute(table, "StreamArn"),
      StartingPosition: "TRIM_HORIZON",
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 10,
      DestinationConfig: { OnFailure: { Destination: attribute(deadLetters, "Arn") } },
    });
    const { Filters } = Properties.FilterCriteria as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { dynamodb: { Keys: { sk: { S: ["head"] } } } },
    ]);
  });
});

describe("the read API", () => {
  it("lets in signed GET requests only", () => {
    const routes = [...resourcesOf(template, "AWS::ApiGatewayV2::Route").values()];
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(["GET /", "GET /{proxy+}"]);
    for (const { Properties } of routes) expect(Properties.AuthorizationType).toBe("AWS_IAM");
  });

  it("is throttled, and logs requests without their queries", () => {
    const [, { Properties }] = theResource(template, "AWS::ApiGatewayV2::Stage", "Api");
    const [logs] = theResource(template, "AWS::Logs::LogGroup", "ApiAccessLogs");
    expect(Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: { DestinationArn: attribute(logs, "Arn") },
    });
    expect(JSON.stringify(Properties.AccessLogSettings)).not.toMatch(/query/iu);
  });

  it("calls its function with payload format 2.0", () => {
    template.allResourcesProperties("AWS::ApiGatewayV2::Integration", { PayloadFormatVersion: "2.0" });
  });
});

it("says where everything is", () => {
  expect(Object.keys(template.findOutputs("*")).sort()).toEqual([
    "ApiUrl",
    "ArticlesBucket",
    "EventBus",
    "ResultsTable",
    "SegmentsBucket",
  ]);
});

/** A logical id without the eight digits that CDK adds. */
function withoutHash(id: string): string {
  return id.replace(/[0-9A-F]{8}$/u, "");
}

/** The statement that refuses connections without TLS. */
function plainConnections(Resource: unknown): Record<string, unknown> {
  return { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } }, Resource };
}
