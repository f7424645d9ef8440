import { DatabaseSync, type SQLInputValue } from "node:sqlite";

const schema = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS buckets (
  name TEXT PRIMARY KEY, created TEXT NOT NULL, versioning TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bucket TEXT NOT NULL, key BLOB NOT NULL, version TEXT NOT NULL,
  latest INTEGER NOT NULL, marker INTEGER NOT NULL,
  size INTEGER NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
  blob TEXT NOT NULL, headers TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS version ON versions (bucket, key, version);
CREATE INDEX IF NOT EXISTS latest ON versions (bucket, key) WHERE latest = 1;
CREATE TABLE IF NOT EXISTS uploads (
  id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key BLOB NOT NULL, started TEXT NOT NULL, headers TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS parts (
  upload TEXT NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL, md5 TEXT NOT NULL,
  modified TEXT NOT NULL, blob TEXT NOT NULL, PRIMARY KEY (upload, number)
);
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sequence (one INTEGER PRIMARY KEY CHECK (one = 1), value INTEGER NOT NULL);
INSERT OR IGNORE INTO sequence VALUES (1, 0);
`;

type Row = Record<string, unknown>;

/**
 * What the bucket server knows apart from bodies, in one SQLite file. Keys are stored as UTF-8 bytes, which
 * gives S3's listing order and survives every character, NUL included.
 */
export class Catalogue {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(schema);
  }

  /** All rows of a query. */
  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values);
  }

  /** The first row of a query. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values);
  }

  /** Runs a statement; the number of rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** All or nothing. The work is synchronous, so no other request comes between its statements. */
  transaction<T>(work: () => T): T {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  /**
   * The next sequencer: 18 hexadecimal digits, greater than every one before, also after a restart. It starts
   * from the clock (microseconds), so it goes on growing where the data folder is thrown away but not the table.
   */
  nextSequencer(): string {
    const row = this.get(
      "UPDATE sequence SET value = MAX(value + 1, ?) WHERE one = 1 RETURNING value",
      Date.now() * 1000,
    );
    return Number(row?.value).toString(16).toUpperCase().padStart(18, "0");
  }

  close(): void {
    this.#database.close();
  }

  #statement(sql: string): ReturnType<DatabaseSync["prepare"]> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
