import type { InvocationResult } from "./lambda/worker-thread.ts";
import type { QueueDepth } from "./queues.ts";
import type { LocalResource } from "./resource-index.ts";
import type { StackEvent } from "./stack-event.ts";

/** The parts that listen on a port of their own. */
export type LocalPart = "s3" | "sqs" | "dynamodb" | "events" | "api" | "lambda";

/** Which stack is run, and where its data and ports are. */
export interface LocalStackOptions {
  /** What `cdk synth` wrote, usually `cdk.out`. */
  readonly template: string;
  /** Which stack; may be left out where there is only one. */
  readonly stackName?: string;
  /** Where everything is kept; may be thrown away while nothing runs. */
  readonly dataFolder: string;
  /** Ports on 127.0.0.1; a part that is not named takes any free one. */
  readonly ports?: Partial<Record<LocalPart, number>>;
  /** How many invocations of one function may run at once; by default one a core, two at least. */
  readonly concurrency?: number;
  /**
   * Seconds after which a message that failed is tried again. Without it, the queue's visibility timeout, as on
   * AWS, which can be many minutes.
   */
  readonly retryAfter?: number;
  /** Where endpoint and binary overrides are read from; the process's own by default. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** A running stack: where its parts are, and what can be asked of it. */
export interface LocalStack {
  /** `http://127.0.0.1:PORT` of each part; `api` is empty where the template has no HTTP API. */
  readonly endpoints: Readonly<Record<LocalPart, string>>;
  /** The variables with which the AWS CLI and SDK reach this stack. */
  readonly environment: Readonly<Record<string, string>>;
  /** The template's outputs, by logical id. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: readonly LocalResource[];
  /** Absolute path of the logs: one file a function, and `events.log` with every event of every bus. */
  readonly logFolder: string;
  /**
   * The resource of that logical id, physical name, or unmistakable beginning of a logical id.
   * @throws Error naming those there are
   */
  find(type: string, name: string): LocalResource;
  /** Runs a function once, found as by `find`. */
  invoke(name: string, event: unknown): Promise<InvocationResult>;
  /** How many messages a queue holds, found as by `find`. */
  queueDepth(name: string): QueueDepth;
  /** Settles when no object event, message of a consumed queue or stream record is under way and nothing runs. */
  idle(): Promise<void>;
  /** @returns what ends the subscription */
  subscribe(listener: (event: StackEvent) => void): () => void;
  /** Ends everything that was started; may be called again. */
  close(): Promise<void>;
}
