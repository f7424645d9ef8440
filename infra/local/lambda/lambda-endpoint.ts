import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closeServer, listenOnLoopback } from "../loopback.ts";
import type { LocalFunction } from "./local-function.ts";
import { logTail } from "./log-tail.ts";

/** Lambda's Invoke over HTTP, as the AWS CLI and the SDK call it. */
export interface LambdaEndpoint {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** What the endpoint is started with. */
export interface LambdaEndpointOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** By physical name. */
  readonly functions: ReadonlyMap<string, Pick<LocalFunction, "invoke">>;
}

/** Bytes of an event by invocation type (Lambda Developer Guide, "Lambda quotas"). */
const largestEvent = { RequestResponse: 6_291_456, Event: 1_048_576, DryRun: 6_291_456 } as const;
type InvocationType = keyof typeof largestEvent;
const isInvocationType = (text: string): text is InvocationType => Object.hasOwn(largestEvent, text);

/** A refusal in Lambda's own words: error type and status as its API reference lists them. */
class InvokeError extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, status: number, message: string) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // No function has such a name, which the answer then says.
    return text;
  }
};

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
/** NAME, ACCOUNT:function:NAME or the whole ARN, each with or without a version behind it. */
const reference = /^(?:(?:arn:[\w-]+:lambda:[\w-]+:)?\d{12}:function:)?([\w-]+)(?::([\w$-]+))?$/;

async function readEvent(message: IncomingMessage, type: InvocationType): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size <= largestEvent[type]) chunks.push(chunk as Buffer);
  }
  if (size > largestEvent[type]) {
    const told = `${size} byte payload is too large for the ${type} invocation type (limit ${largestEvent[type]} bytes)`;
    throw new InvokeError("RequestTooLargeException", 413, told);
  }
  // Lambda takes no event for an empty one.
  if (size === 0) return {};
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (error) {
    const told = `Could not parse request body into json: ${(error as Error).message}`;
    throw new InvokeError("InvalidRequestContentException", 400, told);
  }
}

/**
 * Serves Invoke on 127.0.0.1, by name or ARN, with the invocation types RequestResponse, Event and DryRun and,
 * where asked for (`X-Amz-Log-Type: Tail`), the last 4 KB of the invocation's log lines. Signatures are not
 * looked at; an event that fails is not tried again.
 */
export async function startLambdaEndpoint(options: LambdaEndpointOptions): Promise<LambdaEndpoint> {
  function find(name: string, qualifier: string | null): Pick<LocalFunction, "invoke"> {
    const [, short = "", version = qualifier ?? "$LATEST"] = reference.exec(name) ?? [];
    const found = version === "$LATEST" ? options.functions.get(short) : undefined;
    if (found !== undefined) return found;
    const known = [...options.functions.keys()].join(", ") || "none";
    throw new InvokeError(
      "ResourceNotFoundException",
      404,
      `Function not found: ${name}${version === "$LATEST" ? "" : ` (version ${version})`}. There are: ${known}`,
    );
  }

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? "/", "http://127.0.0.1");
    const name = path.exec(url.pathname)?.[1];
    if (message.method !== "POST" || name === undefined) {
      const told = `The local Lambda endpoint knows Invoke only, not ${message.method} ${url.pathname}`;
      throw new InvokeError("UnknownOperationException", 404, told);
    }
    const type = message.headers["x-amz-invocation-type"] ?? "RequestResponse";
    if (typeof type !== "string" || !isInvocationType(type)) {
      const told = `${type} is no invocation type: RequestResponse, Event and DryRun are`;
      throw new InvokeError("InvalidParameterValueException", 400, told);
    }
    const target = find(decoded(name), url.searchParams.get("Qualifier"));
    const event = await readEvent(message, type);
    if (type === "DryRun") return void response.writeHead(204).end();
    if (type === "Event") {
      // Never rejects; what becomes of it stands in the function's log.
      void target.invoke(event);
      return void response.writeHead(202).end();
    }
    const lines: string[] = [];
    const result = await target.invoke(event, (line) => lines.push(line));
    response.setHeader("x-amz-executed-version", "$LATEST");
    if (message.headers["x-amz-log-type"] === "Tail") {
      response.setHeader("x-amz-log-result", logTail(lines).toString("base64"));
    }
    if (!result.ok) response.setHeader("x-amz-function-error", "Unhandled");
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify(result.ok ? (result.value ?? null) : result.error));
  }

  const server = createServer((message, response) => {
    response.setHeader("x-amzn-requestid", randomUUID());
    answer(message, response).catch((error: unknown) => {
      const { type, status } =
        error instanceof InvokeError ? error : { type: "ServiceException", status: 500 };
      // A body that nobody will read must not keep the connection for the next request.
      if (!message.complete) response.setHeader("connection", "close");
      response
        .writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type })
        .end(JSON.stringify({ Type: status < 500 ? "User" : "Service", message: (error as Error).message }));
    });
  });
  const port = await listenOnLoopback(server, options.port, "lambda");
  return { endpoint: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}
