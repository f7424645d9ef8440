/** An index of the results table: the attributes of its key, all strings. An item without them is not in it. */
export type IndexDefinition = {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
};

/**
 * The results table as plain data: what is deployed and what tests create are made from it. Every key
 * attribute is a string; every index projects all attributes; the stream carries new and old images.
 */
export const tableDefinition = {
  partitionKey: "pk",
  sortKey: "sk",
  indexes: [
    { name: "by-actor", partitionKey: "actorShard", sortKey: "saidAt" },
    { name: "by-worth", partitionKey: "dayShard", sortKey: "worth" },
    { name: "actors-by-name", partitionKey: "actorsShard", sortKey: "nameSort" },
    { name: "actors-by-count", partitionKey: "actorsShard", sortKey: "saidSort" },
    { name: "by-state", partitionKey: "stateShard", sortKey: "stateSince" },
  ],
} as const satisfies {
  partitionKey: string;
  sortKey: string;
  indexes: readonly IndexDefinition[];
};

/** The name of one of the table's indexes. */
export type IndexName = (typeof tableDefinition.indexes)[number]["name"];
