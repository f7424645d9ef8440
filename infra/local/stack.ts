import { availableParallelism } from "node:os";
import { type BucketServer, startBucketServer } from "./bucket-server/bucket-server.ts";
import { eventMessage } from "./bucket-server/object-event.ts";
import { openDataFolder } from "./data-folder.ts";
import { type EventBus, startEventBus } from "./event-bus.ts";
import { eventRules } from "./event-rules.ts";
import { startMapping } from "./event-source-mappings.ts";
import { openCheckpoints } from "./event-sources/checkpoints.ts";
import type { EventSource } from "./event-sources/event-source.ts";
import { streamClient } from "./event-sources/stream-client.ts";
import { canRun, makeFunction } from "./function-set.ts";
import { type HttpApi, startHttpApi } from "./http-api.ts";
import { apiRoutes } from "./http-routes.ts";
import { untilIdle } from "./idle.ts";
import { resolveIntrinsics } from "./intrinsics.ts";
import { startLambdaEndpoint } from "./lambda/lambda-endpoint.ts";
import type { LocalFunction } from "./lambda/local-function.ts";
import type { LocalStack, LocalStackOptions } from "./local-stack.ts";
import { openLogFolder } from "./logs.ts";
import { refuseBusyPorts } from "./loopback.ts";
import { type BucketNotification, readNotifications, wants } from "./notifications.ts";
import { physicalNames } from "./physical-names.ts";
import { queueAttributes } from "./queue-attributes.ts";
import { startQueues } from "./queues.ts";
import { localReferences } from "./references.ts";
import { findResource, listResources } from "./resource-index.ts";
import { announceStack, withdrawStack } from "./running-stack.ts";
import { sdkEnvironment } from "./sdk-environment.ts";
import type { StackEvent } from "./stack-event.ts";
import { startTables } from "./table.ts";
import { readTemplate } from "./template.ts";

const account = "000000000000";
/** Fixed: it is part of the names under which the data is kept. */
const region = "us-east-1";
/** Milliseconds that running functions may take to end. */
const grace = 5000;

/**
 * Runs a synthesised stack on this machine: its buckets, queues, tables, buses and HTTP API, and its functions
 * from their real bundles.
 *
 * @throws Error with one line for the user; what was started by then is ended
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const closers: (() => Promise<void> | void)[] = [];
  const closeAll = async () => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };
  try {
    return await start(options, closers, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function start(
  options: LocalStackOptions,
  closers: (() => Promise<void> | void)[],
  closeAll: () => Promise<void>,
): Promise<LocalStack> {
  const template = readTemplate(options.template, options.stackName);
  const names = physicalNames(template);
  const ports = options.ports ?? {};
  const data = openDataFolder(options.dataFolder);
  closers.push(data.release);
  withdrawStack(data.path);
  const { dynamodb = 0, ...others } = ports;
  const tablesElsewhere = (options.environment ?? process.env).AWS_ENDPOINT_URL_DYNAMODB;
  await refuseBusyPorts(tablesElsewhere ? others : { ...others, dynamodb });
  const logs = await openLogFolder(data.inside("logs"));
  closers.push(logs.close);

  const listeners = new Set<(event: StackEvent) => void>();
  const tell = (event: StackEvent) => {
    for (const listener of listeners) listener(event);
  };

  const notifications: BucketNotification[] = [];
  const functions = new Map<string, LocalFunction>();
  const streams = new Map<string, string>();
  const serverStreams = new Map<string, string>();
  const functionOf = (reference: string): LocalFunction => {
    const name = reference.slice(reference.lastIndexOf(":") + 1);
    const found = functions.get(name);
    if (found === undefined)
      throw new Error(`The template triggers ${name}, which the local stack cannot run.`);
    return found;
  };

  const queues = await startQueues({ folder: data.inside("queues"), port: ports.sqs ?? 0, region, account });
  closers.push(queues.close);
  const buckets: BucketServer = await startBucketServer({
    folder: data.inside("buckets"),
    port: ports.s3 ?? 0,
    region,
    deliver(event) {
      for (const one of notifications)
        if (wants(one, event)) queues.send(one.queue, eventMessage(event, region));
      tell({ type: "object", object: event });
    },
  });
  closers.push(buckets.close);
  const tables = await startTables({
    file: data.inside("tables.sqlite"),
    port: ports.dynamodb ?? 0,
    region,
    environment: options.environment ?? process.env,
  });
  closers.push(tables.close);
  void tables.died.then((message) => tell({ type: "failure", message }));

  let api: HttpApi | undefined;
  const references = localReferences(template, {
    region,
    account,
    names,
    queueUrl: queues.url,
    streams,
    apiEndpoint: () => api?.endpoint,
  });
  const byType = (...types: string[]) =>
    Object.entries(template.resources)
      .filter(([, resource]) => types.includes(resource.Type))
      .map(([id, resource]) => ({
        id,
        name: names.get(id) ?? id,
        get properties() {
          return resolveIntrinsics(resource.Properties, references) as Record<string, unknown>;
        },
      }));

  for (const { name, properties } of byType("AWS::S3::Bucket")) {
    const versioning = properties.VersioningConfiguration as { Status?: string } | undefined;
    buckets.ensureBucket(name, { versioned: versioning?.Status === "Enabled" });
  }
  for (const { name, properties } of byType("AWS::SQS::Queue"))
    queues.ensureQueue(name, queueAttributes(properties));
  for (const { id, name, properties } of byType("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")) {
    const stream = await tables.ensureTable(name, properties);
    if (stream === undefined) continue;
    const label = stream.slice(stream.lastIndexOf("/") + 1);
    const arn = `arn:aws:dynamodb:${region}:${account}:table/${name}/stream/${label}`;
    streams.set(id, arn);
    serverStreams.set(arn, stream);
  }
  for (const { properties } of byType("Custom::S3BucketNotifications")) {
    notifications.push(...readNotifications(properties));
  }

  const bus: EventBus = await startEventBus({
    port: ports.events ?? 0,
    region,
    account,
    buses: byType("AWS::Events::EventBus").map(({ name }) => name),
    rules: eventRules(
      byType("AWS::Events::Rule").map(({ properties }) => properties),
      {
        log: (group, line) => logs.append(group, line),
        send: queues.send,
        invoke: (reference, event) => functionOf(reference).invoke(event),
      },
    ),
  });
  closers.push(bus.close);
  bus.subscribe((event, name) => {
    logs.append("events", JSON.stringify(event));
    tell({ type: "event", bus: name, event });
  });

  const [apiResource] = byType("AWS::ApiGatewayV2::Api");
  if (apiResource !== undefined) {
    api = await startHttpApi({
      port: ports.api ?? 0,
      account,
      apiId: apiResource.name,
      routes: apiRoutes(
        byType("AWS::ApiGatewayV2::Route").map(({ properties }) => properties),
        new Map(byType("AWS::ApiGatewayV2::Integration").map(({ name, properties }) => [name, properties])),
        (reference, event) => functionOf(reference).invoke(event),
      ),
    });
    closers.push(api.close);
  }

  const lambda = await startLambdaEndpoint({ port: ports.lambda ?? 0, functions });
  closers.push(lambda.close);
  const endpoints = {
    s3: buckets.endpoint,
    sqs: queues.endpoint,
    dynamodb: tables.endpoint,
    events: bus.endpoint,
    api: api?.endpoint ?? "",
    lambda: lambda.endpoint,
  };
  const environment = sdkEnvironment(endpoints, region);
  const concurrency = options.concurrency ?? Math.max(2, availableParallelism());
  closers.push(async () => {
    await Promise.all([...functions.values()].map((one) => one.close()));
  });
  for (const { id, name } of byType("AWS::Lambda::Function")) {
    if (!canRun(template.resources[id]?.Properties ?? {})) continue;
    const properties = resolveIntrinsics(template.resources[id]?.Properties, references) as Record<
      string,
      unknown
    >;
    const made = await makeFunction(
      { id, name, arn: String(references.attribute(id, "Arn")), properties },
      {
        template,
        folder: data.inside("code"),
        environment,
        concurrency,
        onLine(one, line) {
          logs.append(one, line);
          tell({ type: "log", function: one, line });
        },
        onInvocation: (one, invocation) => tell({ type: "invocation", function: one, invocation }),
      },
    );
    functions.set(name, made);
  }

  const checkpoints = openCheckpoints(data.inside("checkpoints.json"));
  const sources: EventSource[] = [];
  closers.push(async () => {
    const closed = Promise.all(sources.map((source) => source.close()));
    const late = setTimeout(() => {
      for (const one of functions.values()) void one.close();
    }, grace);
    await closed;
    clearTimeout(late);
  });
  for (const { id, properties } of byType("AWS::Lambda::EventSourceMapping")) {
    const source = startMapping(id, properties, {
      region,
      queues,
      streams: streamClient(endpoints.dynamodb, region),
      checkpoints,
      serverStreams,
      functionOf,
      concurrency,
      retryAfter: options.retryAfter,
    });
    if (source !== undefined) sources.push(source);
  }
  buckets.startDelivery();

  const resources = listResources(template, names);
  const find = (type: string, name: string) => findResource(resources, type, name);
  const apiHost = apiResource && `https://${apiResource.name}.execute-api.${region}.amazonaws.com`;
  const outputs = Object.fromEntries(
    Object.entries(template.outputs).map(([id, { Value }]) => {
      const value = String(resolveIntrinsics(Value, references));
      return [id, apiHost === undefined ? value : value.replace(apiHost, endpoints.api)] as const;
    }),
  );

  const quiet = () =>
    buckets.pendingEvents() === 0 &&
    bus.settled() &&
    [...functions.values()].every((one) => one.active === 0);
  let closing: Promise<void> | undefined;

  const logFolder = data.inside("logs");
  const invocable = resources.filter((one) => functions.has(one.physicalName));
  closers.push(() => withdrawStack(data.path));
  announceStack(data.path, {
    pid: process.pid,
    endpoints,
    environment,
    outputs,
    functions: Object.fromEntries(invocable.map(({ logicalId, physicalName }) => [logicalId, physicalName])),
    logFolder,
  });

  return {
    endpoints,
    environment,
    outputs,
    resources,
    logFolder,
    find,
    invoke: (name, event) => functionOf(find("AWS::Lambda::Function", name).physicalName).invoke(event),
    queueDepth: (name) => queues.depth(find("AWS::SQS::Queue", name).physicalName),
    idle: () => untilIdle(sources, quiet, () => closing !== undefined),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
