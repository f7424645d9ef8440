import { createServer } from "node:net";
import { DatabaseSync } from "node:sqlite";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { PortInUseError } from "./loopback.ts";
import { findTableBinary, startTableProcess, type TableProcess } from "./table-process.ts";

/** DynamoDB on this machine, or another server that stands in for it. */
export interface Tables {
  readonly endpoint: string;
  /** Creates a table from the properties of its resource, if it is not there. @returns its stream's ARN */
  ensureTable(name: string, properties: Readonly<Record<string, unknown>>): Promise<string | undefined>;
  /** Resolves with a line for the user if the server ends by itself. */
  readonly died: Promise<string>;
  close(): Promise<void>;
}

/** What the table server is started with. */
export interface TablesOptions {
  /** SQLite file of the tables. */
  readonly file: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly region: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** A port that was free a moment ago: the server cannot be asked which one it took. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/**
 * Keeps writes fast while a stream is on: dynoxide 1.2 looks for the highest sequence number of a table on
 * every write, without an index, so its cost grows with the square of what was written. The schema is
 * private to it: where the statement does not fit, writes are slow and nothing else.
 */
function indexStreamRecords(file: string): void {
  try {
    const database = new DatabaseSync(file);
    try {
      database.exec(`PRAGMA busy_timeout = 2000;
        CREATE INDEX IF NOT EXISTS onrecord_stream_records
          ON _stream_records (table_name, CAST(sequence_number AS INTEGER))`);
    } finally {
      database.close();
    }
  } catch {
    // Slow, not wrong.
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ECONNREFUSED";

type Properties = Readonly<Record<string, unknown>>;
const records = (value: unknown): Properties[] => (Array.isArray(value) ? (value as Properties[]) : []);

/** CreateTable's input from AWS::DynamoDB::Table or AWS::DynamoDB::GlobalTable (of one replica). */
function tableInput(name: string, properties: Properties): CreateTableCommandInput {
  const stream = properties.StreamSpecification as { StreamViewType?: "NEW_AND_OLD_IMAGES" } | undefined;
  const index = (one: Properties) => ({
    IndexName: String(one.IndexName),
    KeySchema: one.KeySchema as KeySchemaElement[],
    Projection: one.Projection as { ProjectionType: "ALL" },
  });
  const global = records(properties.GlobalSecondaryIndexes).map(index);
  const local = records(properties.LocalSecondaryIndexes).map(index);
  return {
    TableName: name,
    AttributeDefinitions: properties.AttributeDefinitions as CreateTableCommandInput["AttributeDefinitions"],
    KeySchema: properties.KeySchema as KeySchemaElement[],
    BillingMode: "PAY_PER_REQUEST",
    ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
    ...(local.length > 0 && { LocalSecondaryIndexes: local }),
    ...(stream && {
      StreamSpecification: {
        StreamEnabled: true,
        StreamViewType: stream.StreamViewType ?? "NEW_AND_OLD_IMAGES",
      },
    }),
  };
}

/** Starts the server; where any port will do, one that another program took in the meantime is no failure. */
async function startOnPort(binary: string, file: string, port: number): Promise<TableProcess> {
  for (let tries = 1; ; tries++) {
    try {
      return await startTableProcess(binary, file, port || (await freePort()));
    } catch (error) {
      if (port !== 0 || tries === 3 || !(error instanceof PortInUseError)) throw error;
    }
  }
}

/**
 * Starts the DynamoDB server, or uses the one that `AWS_ENDPOINT_URL_DYNAMODB` names.
 *
 * @throws Error with one line for the user where there is no server for this platform or its port is taken
 */
export async function startTables(options: TablesOptions): Promise<Tables> {
  const environment = options.environment ?? process.env;
  const elsewhere = environment.AWS_ENDPOINT_URL_DYNAMODB;
  const server = elsewhere
    ? { endpoint: elsewhere, died: new Promise<string>(() => {}), stop: async () => {} }
    : await startOnPort(findTableBinary(environment), options.file, options.port);
  if (!elsewhere) indexStreamRecords(options.file);
  const client = new DynamoDBClient({
    endpoint: server.endpoint,
    region: options.region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  return {
    endpoint: server.endpoint,
    died: server.died,
    async ensureTable(name, properties) {
      try {
        await client.send(new CreateTableCommand(tableInput(name, properties)));
      } catch (error) {
        if (elsewhere && isRefused(error)) {
          throw new Error(
            `No DynamoDB answers at ${elsewhere}, which AWS_ENDPOINT_URL_DYNAMODB names: start it, or unset the variable, and one is started here.`,
          );
        }
        if (!(error instanceof ResourceInUseException)) throw error;
      }
      const expiry = properties.TimeToLiveSpecification as { AttributeName?: string } | undefined;
      if (expiry?.AttributeName !== undefined) {
        const enable = { AttributeName: expiry.AttributeName, Enabled: true };
        // Answered with an error where it is on already: AWS allows one change an hour.
        await client
          .send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: enable }))
          .catch(() => {});
      }
      const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
      return Table?.LatestStreamArn;
    },
    async close() {
      client.destroy();
      await server.stop();
    },
  };
}
