import type { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { tableDefinition } from "#functions/store/table-definition.ts";
import { acknowledge, wildcardBelow } from "./acknowledge.ts";

/** What a {@link ResultsTable} is made with. */
export interface ResultsTableProps {
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Who may do what to the items: what the functions call, and nothing beyond it. */
const actions = {
  read: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"],
  // A transaction needs the permissions of what is in it; there is none of its own.
  write: [
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:DeleteItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:ConditionCheckItem",
  ],
} as const;

/**
 * The one table of all results, with the keys and indexes that the functions' own definition names: on
 * demand, restorable to any second of the last 35 days, with a stream of each item before and after.
 */
export class ResultsTable extends TableV2 {
  constructor(scope: Construct, id: string, props: ResultsTableProps) {
    super(scope, id, {
      partitionKey: text(tableDefinition.partitionKey),
      sortKey: text(tableDefinition.sortKey),
      globalSecondaryIndexes: tableDefinition.indexes.map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
      })),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: props.deletionProtection,
      removalPolicy: props.removalPolicy,
    });
  }

  /** Lets a function read and write items by key; the indexes stay closed to it. */
  grantItems(grantee: IGrantable): Grant {
    return this.allow(grantee, [...actions.read, ...actions.write], [this.tableArn]);
  }

  /** Lets a function read items and ask every index. */
  grantQueries(grantee: IGrantable): Grant {
    acknowledge(this.stack, {
      [wildcardBelow(this, "/index/*")]: "The API asks every index of this one table, and reads only.",
    });
    return this.allow(grantee, actions.read, [this.tableArn, `${this.tableArn}/index/*`]);
  }

  private allow(grantee: IGrantable, allowed: readonly string[], resourceArns: string[]): Grant {
    return Grant.addToPrincipal({ grantee, actions: [...allowed], resourceArns });
  }
}
