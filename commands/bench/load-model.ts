import { shippedTaggers } from "#extraction/taggers.ts";

// A program of its own, so that each run is the first one: prints the milliseconds that both models take to load and to be ready.

const start = performance.now();
shippedTaggers();
process.stdout.write(`${performance.now() - start}\n`);
