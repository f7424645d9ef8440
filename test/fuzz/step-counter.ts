import { Session } from "node:inspector/promises";

/**
 * How many blocks of code run while `work` does, of the engine's own or also of the parsers that it uses: bodies of functions, loops and branches, as V8 counts
 * them for coverage. The same work gives the same number on any machine, where time does not. What the platform's own
 * functions do inside of one call is not counted; that of regular expressions is held by `linear-patterns.test.ts`.
 */
export class StepCounter {
  private readonly session = new Session();

  async start(): Promise<void> {
    this.session.connect();
    await this.session.post("Profiler.enable");
    await this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  async stepsOf(work: () => unknown, isCounted = isOwn): Promise<number> {
    await this.session.post("Profiler.takePreciseCoverage");
    await work();
    const { result } = await this.session.post("Profiler.takePreciseCoverage");
    let steps = 0;
    for (const { url, functions } of result) {
      if (!isCounted(url)) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  }

  async stop(): Promise<void> {
    await this.session.post("Profiler.stopPreciseCoverage");
    this.session.disconnect();
  }
}

const isOwn = (url: string): boolean => url.includes("/extraction/");

/** The engine's own modules and those of the parsers that it uses. */
export const isOwnOrParser = (url: string): boolean =>
  isOwn(url) || /\/node_modules\/(?:@mozilla|postal-mime|linkedom|htmlparser2|saxes|unpdf)\//u.test(url);
