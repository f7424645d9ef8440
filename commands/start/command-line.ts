import { parseArgs } from "node:util";

/** What `npm start -- --help` prints. */
export const help = `Runs the whole of Onrecord on this machine, drops articles into its bucket and prints who said what.

Usage: npm start -- [options] [FILE…]

  FILE         articles in English: text, HTML, PDF, DOCX and others (docs/limits.md); without any, three samples
  --once       end when every article is done; exit code 1 if one was rejected or failed
  --actors FILE
               known actors, their other names and their ids, as CSV (default actors.csv in the project's folder,
               if it is there): docs/deployment.md, Known actors
  --data DIR   where bucket, table and logs are kept (default .onrecord in the project; with --once a folder
               that is thrown away). Remove it to start afresh
  --port N     first of six ports on 127.0.0.1: bucket, queues, table, event bus, API, functions
               (default 9400; 0 takes any free ones, as --once does)
  -h, --help   this text

Without --once it stays up: drop more files into the bucket and their results appear. Ctrl-C ends it all.
`;

/** The first of the ports that a stack takes which stays up; not in the range that systems hand out. */
const defaultPort = 9400;

/** What the command line of `npm start` asks for. */
export interface StartOptions {
  readonly files: readonly string[];
  readonly once: boolean;
  /** A file of known actors as the user wrote it; `undefined` for the usual one. */
  readonly actors: string | undefined;
  /** As the user wrote it; `null` for the default. */
  readonly data: string | null;
  /** 0 for any free ports. */
  readonly port: number;
}

/** The port that somebody wrote, or `null` for what is none that a user may take with five more behind it. */
function portOf(written: string): number | null {
  const port = /^\d{1,5}$/u.test(written) ? Number(written) : -1;
  return port === 0 || (port >= 1024 && port <= 65_530) ? port : null;
}

/** Reads the command line; a complaint is one line for the user. */
export function readCommandLine(args: string[]): StartOptions | "help" | { readonly complaint: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        once: { type: "boolean" },
        actors: { type: "string" },
        data: { type: "string" },
        port: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return "help";
    const once = values.once === true;
    const port = values.port === undefined ? (once ? 0 : defaultPort) : portOf(values.port);
    if (port === null) {
      return { complaint: `--port ${values.port} is no port; give a number from 1024 to 65530, or 0` };
    }
    if (values.data === "") return { complaint: "--data needs the name of a folder" };
    if (values.actors === "") return { complaint: "--actors needs the name of a file" };
    return { files: positionals, once, actors: values.actors, data: values.data ?? null, port };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { complaint: `${message.split(/\.\s/u)[0]}; see npm start -- --help` };
  }
}
