import type { ObjectEvent } from "./bucket-server/object-event.ts";
import type { BusEvent } from "./event-bus.ts";
import type { Invocation } from "./lambda/local-function.ts";

/** What happens in a running local stack, for whoever shows progress. */
export type StackEvent =
  /** An object was created or removed. */
  | { readonly type: "object"; readonly object: ObjectEvent }
  /** A function starts or has ended. */
  | { readonly type: "invocation"; readonly function: string; readonly invocation: Invocation }
  /** A function wrote a line. */
  | { readonly type: "log"; readonly function: string; readonly line: string }
  /** An event was put on a bus. */
  | { readonly type: "event"; readonly bus: string; readonly event: BusEvent }
  /** A part of the stack has ended by itself: nothing works any more. */
  | { readonly type: "failure"; readonly message: string };
