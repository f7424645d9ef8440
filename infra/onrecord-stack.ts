import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acknowledge, wildcardBelow } from "./acknowledge.ts";
import { ArticleStore } from "./article-store.ts";
import { readKnownActorsFile, usualActorsFile } from "./known-actors-file.ts";
import { Operations } from "./operations.ts";
import { Publication } from "./publication.ts";
import { ReadApi } from "./read-api.ts";
import { ResultsTable } from "./results-table.ts";
import type { Settings } from "./settings.ts";
import { Stage } from "./stage.ts";

/** What an {@link OnrecordStack} is made with. */
export interface OnrecordStackProps extends StackProps {
  readonly settings: Settings;
}

/** Lets a function do the named actions to a bucket (listing) and to what is in it (all others). */
function allow(grantee: IGrantable, bucket: Bucket, objectActions: string[]): void {
  Grant.addToPrincipal({ grantee, actions: objectActions, resourceArns: [bucket.arnForObjects("*")] });
  acknowledge(bucket.stack, {
    [wildcardBelow(bucket, "/*")]:
      "The keys of articles are not known beforehand, and all are in this one bucket.",
  });
  // Without the permission to list, S3 says 403 instead of 404 for what is not there.
  Grant.addToPrincipal({ grantee, actions: ["s3:ListBucket"], resourceArns: [bucket.bucketArn] });
}

/** Everything that is deployed, along the way of an article: bucket, segment, tag, table, publish and API. */
export class OnrecordStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: OnrecordStackProps) {
    super(scope, id, {
      description: "Onrecord: who said what in a news article, on the record",
      ...props,
    });
    const removalPolicy = settings.removal === "destroy" ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    const logs = { retention: settings.logRetentionDays, removalPolicy };
    const operations = new Operations(this, "Alarms", { alarmTopicArn: settings.alarmTopicArn });

    // CDK leaves "Default" out of names: the buckets are called Articles and Segments.
    const store = new ArticleStore(this, "Default", {
      removalPolicy,
      noncurrentVersions: Duration.days(settings.noncurrentVersionDays),
    });
    const table = new ResultsTable(this, "Results", {
      removalPolicy,
      deletionProtection: settings.deletionProtection ?? settings.removal === "retain",
    });
    const work = {
      environment: { TABLE_NAME: table.tableName, SEGMENTS_BUCKET: store.segments.bucketName },
      maximumConcurrency: settings.maximumConcurrency,
      longestWait: Duration.hours(1),
      logs,
      operations,
    };

    const segment = new Stage(this, "Segment", {
      ...work,
      name: "segment",
      description: "Decodes an uploaded article and takes it apart into paragraphs and sentences",
      memory: 1769,
      timeout: Duration.minutes(1),
      batchSize: 10,
    });
    store.announceArticles(segment.queue);
    allow(segment.function, store.articles, ["s3:GetObject", "s3:GetObjectVersion"]);
    allow(segment.function, store.segments, ["s3:PutObject", "s3:DeleteObject"]);
    table.grantItems(segment.function);

    const actors = readKnownActorsFile(settings.actors);
    const tag = new Stage(this, "Tag", {
      ...work,
      environment: { ...work.environment, ...(actors && { ACTORS_FILE: usualActorsFile }) },
      files: actors ? [{ path: actors.path, name: usualActorsFile }] : [],
      name: "tag",
      needsModel: true,
      description: "Finds the quotations, claims and actors of a segmented article and writes them",
      memory: 1769,
      timeout: Duration.minutes(2),
      batchSize: 5,
    });
    store.announceSegments(tag.queue);
    allow(tag.function, store.segments, ["s3:GetObject", "s3:DeleteObject"]);
    table.grantItems(tag.function);

    acknowledge(this, {
      "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]":
        "CDK's own function that sets the buckets' notifications at deployment: its role is CDK's to choose. No function of ours has it.",
    });

    const publication = new Publication(this, "Publish", { table, logs, operations });
    const api = new ReadApi(this, "Api", {
      table,
      logs,
      operations,
      requestsPerSecond: settings.apiRequestsPerSecond,
    });

    const outputs = {
      ArticlesBucket: ["Drop articles here", store.articles.bucketName],
      SegmentsBucket: ["Segmented articles", store.segments.bucketName],
      ResultsTable: ["Quotations, claims and actors", table.tableName],
      ApiUrl: ["Read API; requests are signed with SigV4", api.url],
      EventBus: ["What became of each article, as events", publication.bus.eventBusName],
    } as const;
    for (const [name, [description, value]] of Object.entries(outputs)) {
      new CfnOutput(this, name, { description, value });
    }
  }
}
