import { build } from "esbuild";
import { testFunction, writeAssembly } from "./cloud-assembly.ts";

const work = `
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
const s3 = new S3Client(), table = new DynamoDBClient();
async function copy({ s3: { bucket, object } }) {
  const Key = decodeURIComponent(object.key.replaceAll("+", " "));
  if (Key.startsWith("poison")) throw new Error("poison");
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key }));
  const Item = { pk: { S: Key }, text: { S: await Body.transformToString() } };
  await table.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item }));
}
export async function handler({ Records }) {
  const batchItemFailures = [];
  for (const record of Records) {
    try { for (const one of JSON.parse(record.body).Records) await copy(one); }
    catch (error) { console.log(error.message); batchItemFailures.push({ itemIdentifier: record.messageId }); }
  }
  return { batchItemFailures };
}`;

const publish = `
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
const events = new EventBridgeClient();
export async function handler({ Records }) {
  await events.send(new PutEventsCommand({ Entries: Records.map((record) => ({
    EventBusName: process.env.BUS_NAME, Source: "press", DetailType: record.eventName, Detail: JSON.stringify(record),
  })) }));
}`;

const api = `export const handler = async (event) => ({
  statusCode: 203, headers: { "x-seen": "yes" }, cookies: ["a=1", "b=2"], body: JSON.stringify(event) });`;

const probe = `export const handler = async ({ act }, context) => {
  if (act === "throw") throw new TypeError("thrown");
  if (act === "wait") await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (act === "exit") process.exit(3);
  if (act === "fill") for (const all = []; ; ) all.push([]);
  console.log("asked for " + act);
  return { environment: process.env, remaining: context.getRemainingTimeInMillis(), id: context.awsRequestId };
};`;

const bundle = async (source: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    write: false,
  });
  return outputFiles[0]?.text ?? "";
};

const arn = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
const ref = (id: string) => ({ Ref: id });
const string = (AttributeName: string) => ({ AttributeName, AttributeType: "S" });

/**
 * A stack like the project's own in small: bucket to queue to function to table to stream to function to bus,
 * with an API and a function that does what it is asked to. @returns the folder
 */
export async function writePressStack(folder: string): Promise<string> {
  const [workCode, publishCode] = await Promise.all([bundle(work), bundle(publish)]);
  return writeAssembly(folder, {
    code: { work: workCode, publish: publishCode, api, probe },
    outputs: {
      Bucket: { Value: ref("Articles47CFF050") },
      Url: {
        Value: {
          "Fn::Join": ["", ["https://", ref("Api"), ".execute-api.", ref("AWS::Region"), ".amazonaws.com/"]],
        },
      },
    },
    resources: {
      Articles47CFF050: {
        Type: "AWS::S3::Bucket",
        Properties: { VersioningConfiguration: { Status: "Enabled" } },
      },
      Notifications: {
        Type: "Custom::S3BucketNotifications",
        Properties: {
          BucketName: ref("Articles47CFF050"),
          NotificationConfiguration: {
            QueueConfigurations: [{ Events: ["s3:ObjectCreated:*"], QueueArn: arn("Queue") }],
          },
        },
      },
      Dead: { Type: "AWS::SQS::Queue" },
      Queue: {
        Type: "AWS::SQS::Queue",
        Properties: {
          VisibilityTimeout: 60,
          RedrivePolicy: { deadLetterTargetArn: arn("Dead"), maxReceiveCount: 2 },
        },
      },
      Heard: { Type: "AWS::SQS::Queue" },
      Table: {
        Type: "AWS::DynamoDB::GlobalTable",
        Properties: {
          AttributeDefinitions: [string("pk")],
          KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
          StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
        },
      },
      Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "press-bus" } },
      Heads: { Type: "AWS::Logs::LogGroup" },
      Rule: {
        Type: "AWS::Events::Rule",
        Properties: {
          EventBusName: ref("Bus"),
          EventPattern: { detail: { dynamodb: { Keys: { pk: { S: [{ prefix: "heard" }] } } } } },
          Targets: [
            { Id: "queue", Arn: arn("Heard") },
            { Id: "log", Arn: arn("Heads") },
          ],
        },
      },
      Work: testFunction("work", { Environment: { Variables: { TABLE_NAME: ref("Table") } } }),
      Publish: testFunction("publish", { Environment: { Variables: { BUS_NAME: ref("Bus") } } }),
      ApiFunction: testFunction("api"),
      Probe: testFunction("probe", { Timeout: 60, Environment: { Variables: { QUEUE_URL: ref("Queue") } } }),
      // Long enough to start on a busy machine.
      Hasty: testFunction("probe", { Timeout: 3 }),
      FromQueue: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: arn("Queue"),
          FunctionName: ref("Work"),
          FunctionResponseTypes: ["ReportBatchItemFailures"],
          ScalingConfig: { MaximumConcurrency: 2 },
        },
      },
      FromStream: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: { "Fn::GetAtt": ["Table", "StreamArn"] },
          FunctionName: ref("Publish"),
          StartingPosition: "TRIM_HORIZON",
        },
      },
      Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { ProtocolType: "HTTP" } },
      Integration: {
        Type: "AWS::ApiGatewayV2::Integration",
        Properties: { IntegrationType: "AWS_PROXY", IntegrationUri: arn("ApiFunction") },
      },
      ...Object.fromEntries(
        ["GET /articles/{id}", "GET /articles/latest", "ANY /files/{path+}"].map((RouteKey, index) => [
          `Route${index}`,
          {
            Type: "AWS::ApiGatewayV2::Route",
            Properties: { RouteKey, Target: { "Fn::Join": ["/", ["integrations", ref("Integration")]] } },
          },
        ]),
      ),
    },
  });
}
