import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { articleView, signature, yieldOf } from "./expected-views.ts";
import { dying } from "./faults.ts";
import { batchOf, context, type LocalParts } from "./local-parts.ts";
import { type Deed, deeds, openStories, type Stories } from "./stories.ts";

let stories: Stories;
let parts: LocalParts;
let number = 0;

beforeAll(async () => {
  stories = await openStories();
  parts = stories.parts;
});
afterAll(() => stories.close());

/** No write of these functions to so small an article is later. */
const never = 1_000;

/** An invocation that stands still at a write, and dies a few writes later or not at all. */
const slow = fc.record({
  at: fc.integer({ min: 1, max: 8 }),
  dies: fc.option(fc.nat(2), { nil: null, freq: 2 }),
  when: fc.constantFrom("before", "after"),
});

/**
 * Two deeds to one article: the work for the first stands still at one of its writes, while that for the second is done, whole
 * or up to a write of its own; then the first goes on, then the second. Before all of it, some articles may have come in.
 */
const story = fc.record({
  before: fc.array(fc.constantFrom(...deeds), { maxLength: 2 }),
  neighbour: fc.constantFrom(null, "put 0", "put 1"),
  first: fc.constantFrom(...deeds),
  second: fc.constantFrom(...deeds),
  /** Whether the first is met in `segment`, or in `tag` where it gets so far. */
  where: fc.constantFrom("segment", "tag", "tag"),
  slow,
  other: fc.option(slow, { nil: null, freq: 1 }),
  /** Whether the first's message comes once more at the end. */
  again: fc.boolean(),
});
type Story = typeof story extends fc.Arbitrary<infer One> ? One : never;
type Slow = Story["slow"];

type Work = { readonly goOn: () => void; readonly ended: Promise<boolean> };

/** Begins an invocation, and comes back when it stands still or is over. */
async function begin(how: Slow, work: () => Promise<unknown>): Promise<Work> {
  const { promise: stall, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: stalled, resolve: onStall } = Promise.withResolvers<void>();
  const write = how.dies === null ? never : how.at + how.dies;
  const ended = dying({ write, when: how.when, stall, stallAt: how.at, onStall }, work);
  await Promise.race([stalled, ended]);
  return { goOn, ended };
}

async function tell(one: Story): Promise<void> {
  number++;
  const key = `overtaken-${number}.txt`;
  const neighbour = `overtaken-${number}-neighbour.txt`;
  const seen = new Set([""]);
  const does = async (deed: Deed) => {
    await stories.does(deed, key);
    const shown = await stories.shownBy(key);
    if (shown !== null) seen.add(signature(yieldOf(key, shown) ?? []));
    return parts.articleEvents();
  };
  const read = async () => expect(seen).toContain(await articleView(parts.table, key));
  const run = async (handler: LocalParts["segment"], bodies: readonly string[]) =>
    expect(await handler(batchOf(bodies), context)).toEqual({ batchItemFailures: [] });

  if (one.neighbour !== null) await stories.does(one.neighbour, neighbour);
  await parts.settle();
  for (const deed of one.before) {
    const bodies = await does(deed);
    await run(parts.segment, bodies);
    await run(parts.tag, await parts.segmentEvents());
  }
  /** What is still to be handed over: to whom, and what. */
  const left: { readonly to: LocalParts["segment"]; readonly bodies: readonly string[] }[] = [];
  /** What is being worked on. */
  const begun: { readonly work: Work; readonly message: (typeof left)[number] }[] = [];
  const take = async (to: LocalParts["segment"], bodies: readonly string[], how: Slow | null) => {
    if (bodies.length === 0) return;
    const message = { to, bodies };
    if (how === null) return run(to, bodies);
    begun.push({ message, work: await begin(how, () => to(batchOf(bodies), context)) });
    await read();
  };

  const first = await does(one.first);
  if (one.where === "segment") await take(parts.segment, first, one.slow);
  else {
    await run(parts.segment, first);
    await take(parts.tag, await parts.segmentEvents(), one.slow);
  }
  const second = await does(one.second);
  await run(parts.segment, second);
  await take(parts.tag, await parts.segmentEvents(), one.other);
  await read();
  for (const { work, message } of begun) {
    work.goOn();
    if (await work.ended) left.push(message);
    await read();
  }
  if (one.again) left.push({ to: parts.segment, bodies: first });
  for (const { to, bodies } of left) {
    await run(to, bodies);
    await read();
  }
  await parts.settle();
  await stories.expectSettled([key, neighbour]);
}

const runs = Number(process.env.ONRECORD_OVERTAKEN_RUNS ?? 200);
const seed = Number(process.env.ONRECORD_DISORDER_SEED ?? Date.now() % 2 ** 31);

it(
  `whoever is overtaken at whichever write, the table ends as the bucket is (${runs} stories, seed ${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async (one) => {
        await stories.startAfresh();
        await tell(one);
      }),
      { numRuns: runs, seed, endOnFailure: process.env.ONRECORD_DISORDER_SEED === undefined },
    );
  },
  Math.max(300_000, runs * 1_200),
);
