import { z } from "zod";
import { detailTypes, type EventDetail, eventDetailSchema } from "#functions/publish/article-event.ts";
import type { StackEvent } from "#infra/local/stack-event.ts";

/** What the event bus said of an upload, or that nothing was ever said. */
export type Outcome =
  | { readonly type: (typeof detailTypes)[number]; readonly detail: EventDetail }
  | { readonly type: "Lost" };

const busEventSchema = z.object({ "detail-type": z.enum(detailTypes), detail: eventDetailSchema });

/** The events of articles, as any program on the bus gets them: kept for those who ask later, told to who listens. */
export interface Outcomes {
  /** To be called with everything that happens in the stack. */
  hear(event: StackEvent): void;
  /** The outcome of one upload, once it is known; `Lost` where `settled` comes first. */
  of(upload: { readonly key: string; readonly revision: string }, settled: Promise<void>): Promise<Outcome>;
  /** Told of every event that nobody has asked for by `of`. */
  onOther(listener: (outcome: Exclude<Outcome, { type: "Lost" }>) => void): void;
}

const idOf = (key: string, revision: string | null): string => `${revision ?? ""}\n${key}`;

/** Starts with nothing known; its `hear` is to be subscribed before the first upload, or an early outcome is lost. */
export function listenForOutcomes(): Outcomes {
  const known = new Map<string, Outcome>();
  const asked = new Map<string, (outcome: Outcome) => void>();
  let other: ((outcome: Exclude<Outcome, { type: "Lost" }>) => void) | undefined;
  return {
    hear(event) {
      if (event.type !== "event") return;
      const parsed = busEventSchema.safeParse(event.event);
      if (!parsed.success) return;
      const outcome = { type: parsed.data["detail-type"], detail: parsed.data.detail };
      const id = idOf(outcome.detail.article.key, outcome.detail.revision);
      const waiting = asked.get(id);
      asked.delete(id);
      if (waiting) waiting(outcome);
      else if (other) other(outcome);
      else known.set(id, outcome);
    },
    of({ key, revision }, settled) {
      const id = idOf(key, revision);
      const already = known.get(id);
      if (already) return Promise.resolve(already);
      return new Promise((resolve) => {
        asked.set(id, resolve);
        void settled.then(() => {
          if (asked.delete(id)) resolve({ type: "Lost" });
        });
      });
    },
    onOther(listener) {
      other = listener;
    },
  };
}
