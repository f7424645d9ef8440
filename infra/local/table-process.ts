import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { PortInUseError } from "./loopback.ts";

/** The DynamoDB server's process. */
export interface TableProcess {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  /** Resolves with a line for the user if the process ends by itself. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const startDeadline = 10_000;
const stopDeadline = 3000;

// The shell in between waits on a pipe from this process. When the pipe ends, however this process ended
// (SIGKILL too), the server is told to stop; so it never stays behind.
const guard = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ read -r _ <&3; kill "$server"; } 2>/dev/null &
wait "$server"
`;

/** Where the binary is. @throws Error with the cure where there is none for this platform */
export function findTableBinary(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment.ONRECORD_DYNAMODB_BINARY;
  const usable = (file: string): boolean => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  if (named !== undefined && named !== "") {
    if (usable(named)) return named;
    throw new Error(`ONRECORD_DYNAMODB_BINARY names ${named}, which is not a program that can be run.`);
  }
  try {
    const binary = createRequire(import.meta.url)
      .resolve("@dynoxide/linux-x64/package.json")
      .replace(/package\.json$/, "dynoxide");
    if (usable(binary)) return binary;
  } catch {
    // Not installed: the message below says what to do.
  }
  throw new Error(
    `No DynamoDB server for ${process.platform}-${process.arch} is installed: set ONRECORD_DYNAMODB_BINARY to a dynoxide binary, or AWS_ENDPOINT_URL_DYNAMODB to the address of a running DynamoDB Local.`,
  );
}

function listening(child: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string) => {
      clearTimeout(deadline);
      reject(
        /already in use|address in use/i.test(output)
          ? new PortInUseError("dynamodb", port)
          : new Error(`The DynamoDB server did not start: ${why} ${output.trim()}`.trim()),
      );
    };
    const deadline = setTimeout(() => fail(`it is silent for ${startDeadline / 1000} s.`), startDeadline);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`it ended with code ${code}.`));
    child.stderr?.on("data", (bytes: Buffer) => {
      output = (output + bytes.toString()).slice(-2000);
      if (output.includes("listening on")) {
        clearTimeout(deadline);
        resolve();
      }
    });
  });
}

/** Starts the server over a database file, on a port that must be free. */
export async function startTableProcess(binary: string, file: string, port: number): Promise<TableProcess> {
  const child = spawn(
    "/bin/sh",
    ["-c", guard, "sh", binary, "serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", file],
    // A process group of its own: Ctrl-C reaches this process alone, which then stops things in order.
    { stdio: ["pipe", "ignore", "pipe"], detached: true },
  );
  let stopping = false;
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await listening(child, port).catch((error: unknown) => {
    child.stdin?.destroy();
    throw error;
  });
  child.stderr?.resume();
  const died = new Promise<string>((resolve) => {
    void ended.then((code) => {
      if (!stopping) resolve(`The DynamoDB server ended unexpectedly (code ${code}): start again.`);
    });
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    died,
    async stop() {
      stopping = true;
      child.stdin?.destroy();
      const forced = setTimeout(() => {
        // The whole group: the shell and the server.
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      }, stopDeadline);
      await ended;
      clearTimeout(forced);
    },
  };
}
