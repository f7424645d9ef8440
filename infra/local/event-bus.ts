import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";
import { matchesPattern } from "./event-pattern.ts";
import { closeServer, listenOnLoopback } from "./loopback.ts";

/** An event as EventBridge delivers it to a rule's target. */
export interface BusEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601, whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A rule of a bus, with what is done with the events that match it. */
export interface BusRule {
  readonly bus: string;
  readonly pattern: unknown;
  readonly deliver: (event: BusEvent) => unknown;
}

/** EventBridge on this machine: PutEvents, rules, and listeners in this process. */
export interface EventBus {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  /** Hears every event of every bus. @returns what ends it */
  subscribe(listener: (event: BusEvent, bus: string) => void): () => void;
  /** Whether every event was handed to its targets. */
  settled(): boolean;
  close(): Promise<void>;
}

/** What the buses are started with. */
export interface EventBusOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly region: string;
  readonly account: string;
  /** Names of the buses; `default` is always there. */
  readonly buses: readonly string[];
  readonly rules: readonly BusRule[];
}

const entrySchema = z.object({
  Source: z.string().min(1),
  DetailType: z.string().min(1),
  Detail: z.string(),
  EventBusName: z.string().default("default"),
  Resources: z.array(z.string()).default([]),
  Time: z.number().optional(),
});

const requestSchema = z.object({ Entries: z.array(z.unknown()).min(1).max(10) });

const largestRequest = 1_048_576;

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Starts the bus on 127.0.0.1. */
export async function startEventBus(options: EventBusOptions): Promise<EventBus> {
  const listeners = new Set<(event: BusEvent, bus: string) => void>();
  const buses = new Set(["default", ...options.buses]);
  let underWay = 0;

  function publish(bus: string, event: BusEvent): void {
    for (const listener of listeners) listener(event, bus);
    for (const rule of options.rules) {
      if (rule.bus !== bus || !matchesPattern(rule.pattern, event)) continue;
      underWay++;
      void Promise.resolve()
        .then(() => rule.deliver(event))
        .catch(() => {})
        .finally(() => underWay--);
    }
  }

  function accept(raw: unknown): object {
    const parsed = entrySchema.safeParse(raw);
    if (!parsed.success) {
      const field = String(parsed.error.issues[0]?.path[0] ?? "entry");
      return { ErrorCode: "InvalidArgument", ErrorMessage: `Parameter ${field} is not valid.` };
    }
    const entry = parsed.data;
    let detail: unknown;
    try {
      detail = JSON.parse(entry.Detail);
    } catch {
      detail = undefined;
    }
    if (typeof detail !== "object" || detail === null || Array.isArray(detail)) {
      return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
    }
    const bus = entry.EventBusName.replace(/^.*event-bus\//, "");
    if (!buses.has(bus)) {
      return { ErrorCode: "ResourceNotFoundException", ErrorMessage: `Event bus ${bus} does not exist.` };
    }
    const id = randomUUID();
    const time = entry.Time === undefined ? new Date() : new Date(entry.Time * 1000);
    publish(bus, {
      version: "0",
      id,
      "detail-type": entry.DetailType,
      source: entry.Source,
      account: options.account,
      time: time.toISOString().replace(/\.\d+Z$/, "Z"),
      region: options.region,
      resources: entry.Resources,
      detail: detail as Record<string, unknown>,
    });
    return { EventId: id };
  }

  async function answer(message: IncomingMessage): Promise<readonly [number, object]> {
    const target = message.headers["x-amz-target"];
    const body = await readBody(message);
    const refuse = (type: string, text: string) => [400, { __type: type, message: text }] as const;
    if (target !== "AWSEvents.PutEvents") {
      return refuse("UnknownOperationException", `The local event bus knows PutEvents only, not ${target}`);
    }
    if (Buffer.byteLength(body) > largestRequest)
      return refuse("ValidationException", "The request is too large");
    let request: z.infer<typeof requestSchema>;
    try {
      request = requestSchema.parse(JSON.parse(body));
    } catch {
      return refuse("ValidationException", "Entries must be a list of 1 to 10 events");
    }
    const Entries = request.Entries.map(accept);
    return [200, { FailedEntryCount: Entries.filter((entry) => "ErrorCode" in entry).length, Entries }];
  }

  const server = createServer((message, response) => {
    answer(message).then(
      ([status, body]) => {
        response
          .writeHead(status, { "content-type": "application/x-amz-json-1.1" })
          .end(JSON.stringify(body));
      },
      () => response.destroy(),
    );
  });
  const port = await listenOnLoopback(server, options.port, "events");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => underWay === 0,
    close: () => closeServer(server),
  };
}
