import { Session } from "node:inspector/promises";

/**
 * How many blocks of the engine's own code run while `work` does: bodies of functions, loops and branches, as V8 counts
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

  async stepsOf(work: () => void): Promise<number> {
    await this.session.post("Profiler.takePreciseCoverage");
    work();
    const { result } = await this.session.post("Profiler.takePreciseCoverage");
    let steps = 0;
    for (const { url, functions } of result) {
      if (!url.includes("/extraction/")) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  }

  async stop(): Promise<void> {
    await this.session.post("Profiler.stopPreciseCoverage");
    this.session.disconnect();
  }
}
