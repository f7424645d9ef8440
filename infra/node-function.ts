import { fileURLToPath } from "node:url";
import type { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { type ICommandHooks, LogLevel, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { youngGeneration } from "./node-options.ts";

/** How the logs of everything in the stack are kept. */
export interface LogKeeping {
  /** Days that log events are kept. */
  readonly retention: number;
  /** What becomes of a log group when the stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/** A file that a function reads from beside its bundle. */
export interface ShippedFile {
  /** Absolute path of the file as it is now. */
  readonly path: string;
  /** What it is called beside the bundle. */
  readonly name: string;
}

/** What a {@link NodeFunction} is made with. */
export interface NodeFunctionProps {
  /** Name of the function's folder under `functions/`. */
  readonly name: string;
  readonly description: string;
  /** Memory in MiB. Lambda gives processor time in proportion: 1,769 MiB is one whole core. */
  readonly memory: number;
  /** How long one invocation may take. */
  readonly timeout: Duration;
  readonly environment: Record<string, string>;
  /** Whether the engine's model goes beside the bundle. By default it does not. */
  readonly needsModel?: boolean;
  /** Further files that go beside the bundle. By default none. */
  readonly files?: readonly ShippedFile[];
  readonly logs: LogKeeping;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Some CommonJS parts call `require`, which an ES module does not have. */
const requireForCommonJs =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** A word of a command line, for the system's own shell. */
const quoted = (word: string): string =>
  process.platform === "win32" ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;

const commandLine = (program: string, ...words: string[]): string =>
  [process.execPath, `${root}infra/${program}`, ...words].map(quoted).join(" ");

/** What runs after bundling; the folder of the bundle is in the output's. */
const shipping = ({ needsModel, files = [] }: NodeFunctionProps): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (_, output) => [
    ...(needsModel === true ? [commandLine("ship-model.ts", output)] : []),
    ...files.map(({ path, name }) => commandLine("ship-file.ts", path, name, output)),
  ],
});

/**
 * A function of the project: Node 24 on arm64, one minified ES module with the AWS SDK inside (loading the
 * SDK from the runtime doubles the time of a cold start), JSON logs in a log group of its own, traces on.
 */
export class NodeFunction extends NodejsFunction {
  /** How long one invocation may take: what the visibility timeout of its queue is derived from. */
  readonly invocationTimeout: Duration;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Logs`, props.logs);
    // Not Lambda's ready-made role: that one may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: props.description,
      entry: `${root}functions/${props.name}/handler.ts`,
      handler: "handler",
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      environment: { NODE_OPTIONS: `--enable-source-maps ${youngGeneration}`, ...props.environment },
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      logGroup,
      role,
      // A variable of SDK 2 that SDK 3 does not read.
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        target: "node24",
        // Modules first: what is not used can then be left out.
        mainFields: ["module", "main"],
        banner: requireForCommonJs,
        bundleAwsSDK: true,
        logLevel: LogLevel.WARNING,
        minify: true,
        keepNames: true,
        sourceMap: true,
        sourcesContent: false,
        commandHooks: shipping(props),
      },
    });
    this.invocationTimeout = props.timeout;
    acknowledge(role, {
      "AwsSolutions-IAM5[Resource::*]": "X-Ray, which takes the traces, knows no resources.",
    });
    acknowledge(this, {
      "Serverless-LambdaDLQ":
        "Lambda uses it for asynchronous calls only. This one is called by a queue, a stream or the API; those have dead letters of their own, or a caller who waits.",
    });
  }
}
