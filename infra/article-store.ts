import { Duration, type RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  EventType,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { SqsDestination } from "aws-cdk-lib/aws-s3-notifications";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** What an {@link ArticleStore} is made with. */
export interface ArticleStoreProps {
  /** What becomes of the buckets when the stack is deleted; `DESTROY` empties them first. */
  readonly removalPolicy: RemovalPolicy;
  /** How long an overwritten or deleted article is kept. */
  readonly noncurrentVersions: Duration;
}

/**
 * The two buckets: `articles`, where people drop files, and `segments`, where the segmented articles are kept.
 * They are apart because nothing may be written to the bucket that starts the work: that would never end.
 */
export class ArticleStore extends Construct {
  readonly articles: Bucket;
  readonly segments: Bucket;

  constructor(scope: Construct, id: string, props: ArticleStoreProps) {
    super(scope, id);
    const closed: BucketProps = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: props.removalPolicy,
      autoDeleteObjects: props.removalPolicy === "destroy",
    };
    const unfinishedUploads = { abortIncompleteMultipartUploadAfter: Duration.days(7) };

    this.articles = new Bucket(this, "Articles", {
      ...closed,
      versioned: true,
      lifecycleRules: [
        {
          ...unfinishedUploads,
          noncurrentVersionExpiration: props.noncurrentVersions,
          // S3 reports these as LifecycleExpiration, not ObjectRemoved: no tombstone is written twice.
          expiredObjectDeleteMarker: true,
        },
      ],
    });
    // No versions here: a segmented article can be made again from its article.
    this.segments = new Bucket(this, "Segments", { ...closed, lifecycleRules: [unfinishedUploads] });
    acknowledge(this, {
      "AwsSolutions-S1":
        "A bucket of access logs would keep the names of articles in a third place. Who must know who read what turns on CloudTrail's data events.",
    });
  }

  /** Tells the queue of every object that comes into or leaves the article bucket, whatever its key. */
  announceArticles(queue: IQueue): void {
    // ObjectCreated:* and not :Put, which leaves out multipart uploads and copies.
    this.articles.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(queue));
    this.articles.addEventNotification(EventType.OBJECT_REMOVED, new SqsDestination(queue));
  }

  /** Tells the queue of every segmented article that is stored. */
  announceSegments(queue: IQueue): void {
    this.segments.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(queue));
  }
}
