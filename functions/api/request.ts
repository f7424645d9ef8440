import type { APIGatewayProxyEventV2 } from "aws-lambda";

/**
 * The path of a request with its percent sequences decoded, exactly once whoever sent it. An HTTP API hands
 * functions decoded path parameters (here, `/{proxy+}`, that is the path), and a path that it has decoded too; a
 * function URL sends the path as the caller wrote it. The router's own parameters are no use: those of the event
 * come before them, and it decodes none.
 * @throws URIError where the path of a function URL has a malformed percent sequence.
 */
function decodedPath(event: APIGatewayProxyEventV2): string {
  const whole = event.pathParameters?.proxy;
  if (event.routeKey.endsWith(" /{proxy+}") && whole !== undefined) return `/${whole}`;
  const { domainName } = event.requestContext;
  return domainName.includes(".lambda-url.") ? decodeURIComponent(event.rawPath) : event.rawPath;
}

/** What comes behind a prefix of the decoded path; `""` where it begins differently. */
export function behind(event: APIGatewayProxyEventV2, prefix: string): string {
  const path = decodedPath(event);
  return path.startsWith(prefix) ? path.slice(prefix.length) : "";
}
