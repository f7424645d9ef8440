import type { ApiRoute } from "./http-api.ts";
import type { InvocationResult } from "./lambda/worker-thread.ts";

type Properties = Readonly<Record<string, unknown>>;

/**
 * The routes of AWS::ApiGatewayV2::Route properties whose references are worked out.
 *
 * @param integrations properties of the AWS::ApiGatewayV2::Integration resources, by name
 * @throws Error on an integration that is no function
 */
export function apiRoutes(
  routes: readonly Properties[],
  integrations: ReadonlyMap<string, Properties>,
  invoke: (reference: string, event: object) => Promise<InvocationResult>,
): ApiRoute[] {
  return routes.map((route) => {
    const key = String(route.RouteKey);
    const integration = integrations.get(String(route.Target).replace(/^integrations\//, ""));
    const uri = String(integration?.IntegrationUri);
    const reference = /arn:aws:lambda:[^/]+/.exec(
      uri.replace(/^arn:aws:apigateway:.*\/functions\//, ""),
    )?.[0];
    if (integration?.IntegrationType !== "AWS_PROXY" || reference === undefined) {
      throw new Error(
        `The route ${key} does not lead to a function; the local stack knows no other integration.`,
      );
    }
    return { key, invoke: (event) => invoke(reference, event) };
  });
}
