import { shippedModel } from "#extraction/model/shipped-model.ts";

// A program of its own, so that each run is the first one: prints the milliseconds that the model takes to load.

const start = performance.now();
shippedModel();
process.stdout.write(`${performance.now() - start}\n`);
