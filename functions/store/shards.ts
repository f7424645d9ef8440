import { shortHash } from "./article-id.ts";

/** Into how many partitions a view is divided, so that a busy day or a much-quoted actor is no hot one. */
const shardCount = 4;

/** The shard, 0 to `shardCount - 1`, of what has this hash (hexadecimal). */
const shardOf = (hash: string): number => Number.parseInt(hash.slice(0, 8), 16) % shardCount;

/** The partition `NAME#n` for what has this hash (hexadecimal). */
export const shardName = (name: string, hash: string): string => `${name}#${shardOf(hash)}`;

/** Every partition of a view: `NAME#0`, `NAME#1`, ... */
export const shardNames = (name: string): string[] =>
  Array.from({ length: shardCount }, (_, shard) => `${name}#${shard}`);

/** The hash by which an actor is put into a shard. */
export const actorHash = (id: string): string => shortHash(id);
