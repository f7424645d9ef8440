import { z } from "zod";
import { eventDetailSchema } from "./publish/article-event.ts";
import { envelopeSchema } from "./segments/envelope.ts";
import { actorPartItemSchema, actorTotalItemSchema } from "./store/actor-items.ts";
import { headItemSchema } from "./store/head-item.ts";
import { articleActorItemSchema, attributionItemSchema, claimItemSchema } from "./store/result-items.ts";

/** Everything that programs beside ours may read, by the name that `docs/data-format.md` gives it. */
export const publicSchemas = {
  head: headItemSchema,
  attribution: attributionItemSchema,
  claim: claimItemSchema,
  actor: articleActorItemSchema,
  "actor-total": actorTotalItemSchema,
  "actor-part": actorPartItemSchema,
  envelope: envelopeSchema,
  "event-detail": eventDetailSchema,
} as const;

const items = ["head", "attribution", "claim", "actor", "actor-total", "actor-part"] as const;

/**
 * The JSON Schema (draft 2020-12) of what is public: under `$defs` by name; the schema itself is that of any
 * item of the table. Further attributes may come with a minor version, so none is forbidden.
 */
export function dataFormatSchema(): Record<string, unknown> {
  const definitions = Object.entries(publicSchemas).map(([name, schema]) => {
    const { $schema: _, ...definition } = z.toJSONSchema(schema, { io: "input" });
    return [name, definition] as const;
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Onrecord: what the results table, the segments bucket and the event bus hold",
    anyOf: items.map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: Object.fromEntries(definitions),
  };
}
