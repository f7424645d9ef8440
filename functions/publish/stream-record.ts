import { DynamoDBMarshalled } from "@aws-lambda-powertools/parser/helpers/dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { z } from "zod";
import { type HeadItem, headItemSchema } from "../store/head-item.ts";

const imageSchema = DynamoDBMarshalled(headItemSchema);

/**
 * A head before and after the change that a record of the table's stream tells of; `null` where the record is
 * of another item (the event source leaves those out already). @throws ZodError where the item is no head.
 */
export function readStreamRecord(
  record: DynamoDBRecord,
): { before: HeadItem | null; after: HeadItem | null } | null {
  const { Keys, OldImage, NewImage } = record.dynamodb ?? {};
  if (Keys?.sk?.S !== "head") return null;
  const read = (image: unknown): HeadItem | null =>
    image === undefined || image === null ? null : z.parse(imageSchema, image);
  return { before: read(OldImage), after: read(NewImage) };
}
