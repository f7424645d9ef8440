import { availableParallelism } from "node:os";
import { findHandler, unpackCode } from "./lambda/function-code.ts";
import { type Invocation, LocalFunction } from "./lambda/local-function.ts";
import type { Template } from "./template.ts";

/** A function that the template deploys, as properties with every reference worked out. */
export interface FunctionDefinition {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Where the functions come from and who hears of them. */
export interface FunctionSetOptions {
  readonly template: Template;
  /** Where code is unpacked. */
  readonly folder: string;
  /** What every function gets: endpoints, region, credentials. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many workers one function may have; by default one a core, two at least. */
  readonly concurrency?: number | undefined;
  readonly onLine: (name: string, line: string) => void;
  readonly onInvocation: (name: string, invocation: Invocation) => void;
}

interface LoggingConfig {
  readonly LogFormat?: string;
  readonly ApplicationLogLevel?: string;
  readonly LogGroup?: string;
}

/** Whether this machine can run a function: Node with an asset, and not CDK's own inline Python. */
export const canRun = (properties: Readonly<Record<string, unknown>>): boolean =>
  String(properties.Runtime).startsWith("nodejs") &&
  (properties.Code as { S3Key?: unknown } | undefined)?.S3Key !== undefined;

/** The variables that Lambda itself sets (Lambda Developer Guide, "Defined runtime environment variables"). */
function runtimeVariables(
  definition: FunctionDefinition,
  memory: number,
  folder: string,
  logging: LoggingConfig,
): Record<string, string> {
  return {
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: logging.LogGroup ?? `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    ...(logging.LogFormat && { AWS_LAMBDA_LOG_FORMAT: logging.LogFormat }),
    ...(logging.ApplicationLogLevel && { AWS_LAMBDA_LOG_LEVEL: logging.ApplicationLogLevel }),
    AWS_EXECUTION_ENV: `AWS_Lambda_${String(definition.properties.Runtime)}`,
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: String(definition.properties.Handler),
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
    PATH: process.env.PATH ?? "",
  };
}

/** Makes a function ready: its bundle unpacked, its environment as in Lambda. Workers start when needed. */
export async function makeFunction(
  definition: FunctionDefinition,
  options: FunctionSetOptions,
): Promise<LocalFunction> {
  const { properties, name } = definition;
  const key = String((properties.Code as { S3Key: unknown }).S3Key);
  const asset = options.template.assetFolder(key);
  if (asset === undefined) throw new Error(`The code of ${name} is not among the assets: synthesise again.`);
  const folder = await unpackCode(asset, options.folder);
  const memory = Number(properties.MemorySize ?? 128);
  const logging = (properties.LoggingConfig ?? {}) as LoggingConfig;
  const variables = (properties.Environment as { Variables?: Record<string, unknown> } | undefined)
    ?.Variables;
  const own = Object.fromEntries(
    Object.entries(variables ?? {}).map(([variable, value]) => [variable, String(value)]),
  );
  return new LocalFunction({
    settings: {
      ...(await findHandler(folder, String(properties.Handler))),
      functionName: name,
      functionArn: definition.arn,
      memory,
      logGroup: logging.LogGroup ?? `/aws/lambda/${name}`,
    },
    environment: { ...runtimeVariables(definition, memory, folder, logging), ...options.environment, ...own },
    timeout: Number(properties.Timeout ?? 3),
    concurrency: options.concurrency ?? Math.max(2, availableParallelism()),
    onLine: (line) => options.onLine(name, line),
    onInvocation: (invocation) => options.onInvocation(name, invocation),
  });
}
