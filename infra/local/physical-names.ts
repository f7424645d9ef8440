import type { Template } from "./template.ts";

/** The property in which a template may name a resource itself. */
const nameProperty: Record<string, string> = {
  "AWS::S3::Bucket": "BucketName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::DynamoDB::Table": "TableName",
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::Events::EventBus": "Name",
  "AWS::Events::Rule": "Name",
  "AWS::Logs::LogGroup": "LogGroupName",
};

const longest = 63;

/**
 * A name for every resource: the template's own, or the stack's name and the logical id without the hash
 * that CDK puts behind it (`onrecord-articles` for a bucket, `Onrecord-Results` for a table). AWS adds random
 * characters; here the same template always gives the same names, so data outlives a restart.
 */
export function physicalNames(template: Template): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, { Type, Properties }] of Object.entries(template.resources)) {
    const property = nameProperty[Type];
    const own = property === undefined ? undefined : Properties[property];
    const short = id.replace(/[0-9A-F]{8}$/, "") || id;
    const form = (part: string) => {
      const name = `${template.stackName}-${part}`.slice(0, longest);
      return Type === "AWS::S3::Bucket" ? name.toLowerCase() : name;
    };
    const made = taken.has(`${Type} ${form(short)}`) ? form(id) : form(short);
    const name = typeof own === "string" ? own : made;
    taken.add(`${Type} ${name}`);
    names.set(id, name);
  }
  return names;
}
