import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { InvocationResult } from "./lambda/worker-thread.ts";
import { closeServer, listenOnLoopback } from "./loopback.ts";

/** A route of an HTTP API. */
export interface ApiRoute {
  /** As in the template: `GET /articles/{id}`, `ANY /{path+}`, `$default`. */
  readonly key: string;
  readonly invoke: (event: object) => Promise<InvocationResult>;
}

/** A running HTTP API. */
export interface HttpApi {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** What an HTTP API is started with. */
export interface HttpApiOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly account: string;
  readonly apiId: string;
  readonly routes: readonly ApiRoute[];
}

interface Match {
  readonly route: ApiRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The parameters where a path fits a route's; `{name}` is one segment, `{name+}` all that follow. */
function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split("/").slice(1);
  const given = path.split("/").slice(1);
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const name = /^\{(\w+)(\+?)\}$/.exec(segment);
    const value = given[index];
    if (value === undefined) return undefined;
    if (name?.[1] === undefined) {
      if (segment !== value) return undefined;
    } else if (name[2] === "+") {
      parameters[name[1]] = decoded(given.slice(index).join("/"));
      return parameters;
    } else if (value === "") return undefined;
    else parameters[name[1]] = decoded(value);
  }
  return wanted.length === given.length ? parameters : undefined;
}

/** The more exact route wins: full paths, then `{name}`, then `{name+}`, then `$default`; a method before ANY. */
const rank = ({ key }: ApiRoute): number =>
  (key === "$default" ? 1000 : 0) +
  (key.includes("+}") ? 100 : 0) +
  (key.match(/\{/g)?.length ?? 0) * 2 +
  (key.startsWith("ANY ") ? 1 : 0);

function findRoute(routes: readonly ApiRoute[], method: string, path: string): Match | undefined {
  for (const route of routes.toSorted((a, b) => rank(a) - rank(b))) {
    if (route.key === "$default") return { route, parameters: {} };
    const [verb = "", template = ""] = route.key.split(" ");
    const parameters = verb === "ANY" || verb === method ? matchPath(template, path) : undefined;
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
}

/** Values of repeated names are joined with commas, as payload format 2.0 has it. */
function joined(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of pairs) values[name] = name in values ? `${values[name]},${value}` : value;
  return values;
}

/** The event of payload format 2.0. The path is decoded, as API Gateway hands it over for HTTP APIs. */
function payload(message: IncomingMessage, body: Buffer, match: Match, options: HttpApiOptions): object {
  const url = message.url ?? "/";
  const mark = url.indexOf("?");
  const path = decoded(mark < 0 ? url : url.slice(0, mark));
  const rawQueryString = mark < 0 ? "" : url.slice(mark + 1);
  const headers = joined(
    Object.entries(message.headersDistinct).flatMap(([name, values]) =>
      (values ?? []).filter(() => name !== "cookie").map((value) => [name, value] as const),
    ),
  );
  const isText = body.equals(Buffer.from(body.toString("utf8"), "utf8"));
  const query = joined(new URLSearchParams(rawQueryString));
  const now = new Date();
  return {
    version: "2.0",
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString,
    ...(message.headers.cookie && { cookies: message.headers.cookie.split("; ") }),
    headers,
    ...(rawQueryString !== "" && { queryStringParameters: query }),
    requestContext: {
      accountId: options.account,
      apiId: options.apiId,
      domainName: message.headers.host ?? "localhost",
      domainPrefix: options.apiId,
      http: {
        method: message.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: message.headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(match.parameters).length > 0 && { pathParameters: match.parameters }),
    ...(body.length > 0 && { body: isText ? body.toString("utf8") : body.toString("base64") }),
    isBase64Encoded: !isText,
  };
}

interface StructuredAnswer {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** Sends the function's answer: structured where it has a status, else its JSON with status 200. */
function send(response: ServerResponse, result: InvocationResult): void {
  const json = { "content-type": "application/json" };
  if (!result.ok) {
    response.writeHead(500, json).end('{"message":"Internal Server Error"}');
    return;
  }
  const value = result.value;
  const structured = typeof value === "object" && value !== null && "statusCode" in value;
  if (!structured) {
    response.writeHead(200, json).end(typeof value === "string" ? value : JSON.stringify(value));
    return;
  }
  const {
    statusCode = 200,
    headers = {},
    cookies = [],
    body = "",
    isBase64Encoded,
  } = value as StructuredAnswer;
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (!names.includes("content-type")) response.setHeader("content-type", "text/plain;charset=utf-8");
  for (const [name, one] of Object.entries(headers)) response.setHeader(name, String(one));
  if (cookies.length > 0) response.setHeader("set-cookie", [...cookies]);
  response.writeHead(statusCode).end(isBase64Encoded ? Buffer.from(body, "base64") : body);
}

/** Serves the routes of an HTTP API on 127.0.0.1. Authorization is not enforced. */
export async function startHttpApi(options: HttpApiOptions): Promise<HttpApi> {
  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const path = (message.url ?? "/").replace(/\?.*$/s, "");
    const match = findRoute(options.routes, message.method ?? "GET", path);
    if (match === undefined) {
      response.writeHead(404, { "content-type": "application/json" }).end('{"message":"Not Found"}');
      return;
    }
    send(response, await match.route.invoke(payload(message, Buffer.concat(chunks), match, options)));
  }
  const server = createServer((message, response) => {
    answer(message, response).catch(() => response.destroy());
  });
  const port = await listenOnLoopback(server, options.port, "api");
  return { endpoint: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}
