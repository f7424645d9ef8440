import { join } from "node:path";
import { z } from "zod";
import type { InvocationResult } from "#infra/local/lambda/worker-thread.ts";
import type { RunningStack } from "#infra/local/running-stack.ts";
import type { InvocationStack } from "./invoke-fixture.ts";

const functionErrorSchema = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.array(z.string()).default([]),
});
const refusalSchema = z.object({ message: z.string() });

/** From this many bytes on, the log that Invoke gives back may lack its beginning. */
const longTail = 4000;

/**
 * A stack that another program runs, as one to invoke events in. `say` is told of each invocation's log lines.
 * Its `invoke` throws an Error where the stack cannot be reached or refuses the call.
 */
export function runningInvocationStack(stack: RunningStack, say: (line: string) => void): InvocationStack {
  const { endpoints, environment, outputs, functions, logFolder } = stack;
  return {
    endpoints,
    environment,
    outputs,
    async invoke(logicalId, event): Promise<InvocationResult> {
      const name = Object.entries(functions).find(([id]) => id.startsWith(logicalId))?.[1];
      if (name === undefined) {
        throw new Error(
          `The running stack has no function ${logicalId}: end it and run npm start again, or give --alone.`,
        );
      }
      const response = await fetch(`${endpoints.lambda}/2015-03-31/functions/${name}/invocations`, {
        method: "POST",
        body: JSON.stringify(event),
        headers: { "x-amz-log-type": "Tail" },
      }).catch((error: unknown) => {
        throw new Error(
          `The running stack (process ${stack.pid}) does not answer at ${endpoints.lambda}: ${String(error)}.`,
        );
      });
      const content: unknown = await response.json();
      if (!response.ok) {
        const { message } = refusalSchema.parse(content);
        throw new Error(`The running stack refuses to invoke ${name}: ${message}`);
      }
      const log = Buffer.from(response.headers.get("x-amz-log-result") ?? "", "base64");
      if (log.length > longTail) say(`… (all of it: ${join(logFolder, `${name}.log`)})`);
      for (const line of log.toString("utf8").split("\n")) if (line !== "") say(line);
      return response.headers.has("x-amz-function-error")
        ? { ok: false, error: functionErrorSchema.parse(content) }
        : { ok: true, value: content };
    },
  };
}
