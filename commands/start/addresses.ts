import type { LocalStack } from "#infra/local/local-stack.ts";

/** Where everything is, and three things to try next; lines for people. */
export function addresses(stack: LocalStack, actor: string): string[] {
  const { s3, dynamodb, api, lambda } = stack.endpoints;
  const { ArticlesBucket = "", ResultsTable = "" } = stack.outputs;
  const login = "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1";
  return [
    `bucket   ${s3}  s3://${ArticlesBucket}`,
    `table    ${dynamodb}  ${ResultsTable}`,
    `API      ${api}`,
    `lambda   ${lambda}`,
    `events   ${stack.logFolder}/events.log`,
    `logs     ${stack.logFolder}`,
    "",
    "Try next, in another terminal:",
    `  ${login} aws s3 cp ARTICLE.txt s3://${ArticlesBucket}/ --endpoint-url ${s3}`,
    `  curl -s '${api}/actors/${actor}/statements'`,
    `  tail -f ${stack.logFolder}/events.log`,
  ];
}
