import type { APIGatewayProxyEventV2 } from "aws-lambda";

/**
 * The path of a request with its percent sequences decoded, exactly once whoever sent it: an HTTP API hands
 * functions a path that it has decoded, a function URL one that is still as the caller wrote it.
 * @throws URIError where the path of a function URL has a malformed percent sequence.
 */
export function decodedPath(event: APIGatewayProxyEventV2): string {
  const { domainName } = event.requestContext;
  return domainName.includes(".lambda-url.") ? decodeURIComponent(event.rawPath) : event.rawPath;
}

/** What comes behind a prefix of the decoded path; `""` where it begins differently. */
export function behind(event: APIGatewayProxyEventV2, prefix: string): string {
  const path = decodedPath(event);
  return path.startsWith(prefix) ? path.slice(prefix.length) : "";
}
