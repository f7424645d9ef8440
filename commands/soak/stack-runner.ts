import { type ChildProcess, fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { S3Client } from "@aws-sdk/client-s3";
import type { StackMessage } from "./stack-process.ts";

/** The stack as it runs now; after a kill there is another one. */
export type RunningParts = {
  readonly s3: S3Client;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
};

/** What can be killed: the table's process, upon which the runner ends as well, or the runner. */
export type Victim = "table" | "runner";

/** Runs the local stack in a process of its own, and starts it again on the same data folder whenever it ends. */
export type StackRunner = {
  /** Does something with the running stack; again, once it runs again, where it did not answer. */
  persist<Result>(work: (parts: RunningParts) => Promise<Result>): Promise<Result>;
  /** Messages that wait or are being worked on, as far as is known. */
  waiting(): number;
  /** Sends SIGKILL, once the stack is up. Returns whether there was a process to kill. */
  kill(victim: Victim): Promise<boolean>;
  /** Resolves when nothing moves any more. */
  idle(): Promise<void>;
  /** Rejects where the stack cannot be started any more. */
  readonly broken: Promise<never>;
  close(): Promise<void>;
};

const program = fileURLToPath(new URL("stack-process.ts", import.meta.url));
/** How often in a row the stack may end before it is up. */
const mostFailedStarts = 5;
/** Milliseconds after which a server that does not answer is no longer one that has just been killed. */
const patience = 120_000;

/** Starts the stack. */
export function startStackRunner(template: string, dataFolder: string): StackRunner {
  let closing = false;
  let child: ChildProcess | undefined;
  let up = Promise.withResolvers<RunningParts>();
  let waiting = 0;
  let failedStarts = 0;
  let idle = Promise.withResolvers<void>();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});

  function start(): void {
    let parts: RunningParts | undefined;
    let said = "";
    const started = fork(program, [template, dataFolder], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    child = started;
    started.stderr?.on("data", (bytes: Buffer) => {
      said = (said + bytes.toString()).slice(-2000);
    });
    started.on("message", (message: StackMessage) => {
      if (message.is === "depth") waiting = message.waiting;
      else if (message.is === "idle") idle.resolve();
      else {
        failedStarts = 0;
        parts = {
          ...message,
          s3: new S3Client({
            endpoint: message.endpoints.s3 ?? "",
            region: "us-east-1",
            forcePathStyle: true,
            credentials: { accessKeyId: "local", secretAccessKey: "local" },
            maxAttempts: 1,
          }),
        };
        up.resolve(parts);
      }
    });
    started.once("exit", (code) => {
      parts?.s3.destroy();
      if (closing) return;
      if (parts !== undefined) up = Promise.withResolvers();
      else if (++failedStarts === mostFailedStarts) {
        broken.reject(new Error(`the stack does not start any more (code ${code}): ${said.trim()}`));
        return;
      }
      start();
    });
  }
  start();

  const runner: StackRunner = {
    async persist(work) {
      for (const end = Date.now() + patience; ; ) {
        const parts = await Promise.race([up.promise, broken.promise]);
        try {
          return await work(parts);
        } catch (error) {
          if (closing || isRefusal(error) || Date.now() > end) throw error;
          await sleep(50);
        }
      }
    },
    waiting: () => waiting,
    async kill(victim) {
      await Promise.race([up.promise, broken.promise]);
      const runnerId = child?.pid;
      const id = victim === "runner" || runnerId === undefined ? runnerId : tableProcessOf(runnerId);
      if (id === undefined) return false;
      const ended = new Promise((resolve) => child?.once("exit", resolve));
      process.kill(id, "SIGKILL");
      await ended;
      return true;
    },
    async idle() {
      idle = Promise.withResolvers();
      await Promise.race([up.promise, broken.promise]);
      child?.send("idle?");
      await Promise.race([idle.promise, broken.promise]);
    },
    broken: broken.promise,
    async close() {
      closing = true;
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child?.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
  return runner;
}

/** A refusal is an answer, which would be the same again; all else comes of a server that is not there. */
const isRefusal = (error: unknown): boolean => (error as { $fault?: string }).$fault === "client";

/** The DynamoDB server below a process: the runner's child is a shell, and the server the shell's. Linux only. */
function tableProcessOf(runner: number): number | undefined {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // Behind the name in brackets, which may hold anything: the state, then the parent.
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // Has ended meanwhile.
    }
  }
  const isBelow = (id: number | undefined): boolean =>
    id !== undefined && (parents.get(id) === runner || isBelow(parents.get(id)));
  return [...parents.keys()].find((id) => isBelow(id) && commandOf(id).includes("--db-path"));
}

function commandOf(id: number): string[] {
  try {
    const words = readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
    // The shell's own command line names the server's as well.
    return words[0]?.endsWith("/sh") === true ? [] : words;
  } catch {
    return [];
  }
}
