import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import httpErrorHandler from "@middy/http-error-handler";
import httpRouterHandler from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { readEnvironment } from "../environment.ts";
import { openTable } from "../store/table.ts";
import { RequestError } from "./request-error.ts";
import { routesOver } from "./routes.ts";

const environment = readEnvironment("TABLE_NAME");
const logger = new Logger({ serviceName: "api" });

/** The read API behind an HTTP endpoint (payload format 2.0). Reads the table, and writes nothing. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(injectLambdaContext(logger))
  .use(
    httpErrorHandler({
      // What the caller did wrong is the caller's to see; no query goes into the log.
      logger: (error: Error) => {
        if (!(error instanceof RequestError)) logger.error("request failed", { error });
      },
      fallbackMessage: JSON.stringify({ error: "the request failed on our side; try again in a moment" }),
    }),
  )
  // The router's pattern for a key stops at a line break. It alone reads this path: routes read the decoded one.
  .before(({ event }) => {
    const http = event.requestContext?.http;
    // An event of another kind is the router's to refuse.
    if (http) http.path = http.path.replace(/[\n\r\u2028\u2029]/gu, encodeURIComponent);
  })
  .handler(
    httpRouterHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
      routes: routesOver(openTable(environment.TABLE_NAME)),
      notFoundResponse: ({ method, path }) => {
        throw new RequestError(404, `there is no route ${method} ${path}; GET / lists them all`);
      },
    }),
  );
