import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from "@aws-sdk/client-eventbridge";
import { backOff } from "../store/backoff.ts";
import { type ArticleEvent, eventSource } from "./article-event.ts";

/** The bus that events go to. */
export type EventBus = { readonly client: EventBridgeClient; readonly name: string };

/** PutEvents takes so many entries. */
const batchSize = 10;
const maximumAttempts = 4;

/** An event, and by what its sender knows it. */
export type AddressedEvent = { readonly id: string; readonly event: ArticleEvent };

/** Puts events on the bus, in order, refused ones again. Returns the ids of those that it would not take. */
export async function putEvents(bus: EventBus, events: readonly AddressedEvent[]): Promise<string[]> {
  const refused: string[] = [];
  for (let start = 0; start < events.length; start += batchSize) {
    refused.push(...(await putBatch(bus, events.slice(start, start + batchSize))));
  }
  return refused;
}

async function putBatch(bus: EventBus, batch: readonly AddressedEvent[]): Promise<string[]> {
  let left = batch;
  for (let attempt = 1; ; attempt++) {
    left = await putOnce(bus, left);
    if (left.length === 0 || attempt === maximumAttempts) return left.map(({ id }) => id);
    await backOff(attempt);
  }
}

/** Returns the events that were not taken. The SDK itself tries again where the bus cannot be reached. */
async function putOnce(bus: EventBus, events: readonly AddressedEvent[]): Promise<readonly AddressedEvent[]> {
  const Entries = events.map(
    ({ event }): PutEventsRequestEntry => ({
      EventBusName: bus.name,
      Source: eventSource,
      DetailType: event.type,
      Detail: JSON.stringify(event.detail),
    }),
  );
  const answer = await bus.client.send(new PutEventsCommand({ Entries }));
  return events.filter((_, position) => answer.Entries?.[position]?.ErrorCode !== undefined);
}
