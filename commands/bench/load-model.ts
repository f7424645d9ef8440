import { shippedModel } from "#extraction/model/shipped-model.ts";
import { shippedTaggers } from "#extraction/taggers.ts";

// A program of its own, so that each run is the first one: prints the milliseconds that the model takes to load, and those until
// both models are ready for an article.

const start = performance.now();
shippedModel();
const loaded = performance.now() - start;
shippedTaggers();
process.stdout.write(`${loaded} ${performance.now() - start}\n`);
