import { createServer, type Server } from "node:http";

/** A port that another program holds: the part that wanted it and the cure. */
export class PortInUseError extends Error {
  readonly part: string;
  readonly port: number;

  constructor(part: string, port: number) {
    super(
      `Port ${port}, wanted for ${part}, is used by another program: stop that program, or choose another port for ${part} (0 takes any free one).`,
    );
    this.name = "PortInUseError";
    this.part = part;
    this.port = port;
  }
}

/**
 * Listens on 127.0.0.1 only. @returns the port, which is a free one where 0 was asked for
 * @throws PortInUseError
 */
export function listenOnLoopback(server: Server, port: number, part: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortInUseError(part, port) : error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/**
 * Looks whether the ports that parts shall have are free, the lowest first: whatever the order in which the parts are
 * started then, the same port is named each time. 0 stands for any free port and is not looked at.
 *
 * @throws PortInUseError naming the lowest that another program holds
 */
export async function refuseBusyPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  const wanted = Object.entries(ports).filter(([, port]) => port !== 0);
  for (const [part, port] of wanted.toSorted(([, a], [, b]) => a - b)) {
    const server = createServer();
    await listenOnLoopback(server, port, part);
    await closeServer(server);
  }
}

/** Milliseconds that open requests may take to end before their connections are cut. */
const grace = 1000;

/** Takes no new requests, lets the open ones end for a second, then cuts them. */
export async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
