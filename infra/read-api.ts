import { Duration, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpIamAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type LogKeeping, NodeFunction } from "./node-function.ts";
import { alarmPeriod, type Operations } from "./operations.ts";
import type { ResultsTable } from "./results-table.ts";

/** What a {@link ReadApi} is made with. */
export interface ReadApiProps {
  readonly table: ResultsTable;
  readonly logs: LogKeeping;
  readonly operations: Operations;
  /** Requests a second, on average, before callers get 429; bursts may be twice that. */
  readonly requestsPerSecond: number;
}

/**
 * The read API: an HTTP endpoint before the `api` function. Callers sign their requests (SigV4) and need
 * `execute-api:Invoke`; there are no keys or users of its own.
 */
export class ReadApi extends Construct {
  readonly function: NodeFunction;
  readonly url: string;

  constructor(scope: Construct, id: string, props: ReadApiProps) {
    super(scope, id);
    this.function = new NodeFunction(this, "Function", {
      name: "api",
      description: "Answers what is in the results table: articles, actors, statements, claims, rejections",
      memory: 1024,
      // API Gateway itself waits no longer than 30 seconds.
      timeout: Duration.seconds(15),
      environment: { TABLE_NAME: props.table.tableName },
      logs: props.logs,
    });
    props.table.grantQueries(this.function);

    const http = new HttpApi(this, "Http", {
      apiName: `${Stack.of(this).stackName}-read`,
      description: "Who said what: articles, actors, statements and claims",
      createDefaultStage: false,
      defaultAuthorizer: new HttpIamAuthorizer(),
    });
    const integration = new HttpLambdaIntegration("Integration", this.function);
    for (const path of ["/", "/{proxy+}"]) {
      http.addRoutes({ path, methods: [HttpMethod.GET], integration });
    }
    const stage = new HttpStage(this, "Stage", {
      httpApi: http,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: props.requestsPerSecond, burstLimit: 2 * props.requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new LogGroup(this, "AccessLogs", props.logs)),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    this.url = stage.url;
    props.operations.alarm({
      name: "api-errors",
      says: "The read API answers more than 5 requests in 5 minutes with an error of its own.",
      metric: new Metric({
        namespace: "AWS/ApiGateway",
        metricName: "5xx",
        dimensionsMap: { ApiId: http.apiId },
        statistic: "Sum",
        period: Duration.minutes(5 * alarmPeriod.toMinutes()),
      }),
      above: 5,
    });
  }
}

/** What the access log says of each request. No query strings: they tell what a user is looking into. */
const accessLogFields = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  method: "$context.httpMethod",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  bytes: "$context.responseLength",
  caller: "$context.identity.caller",
  error: "$context.integrationErrorMessage",
};
