/**
 * A request that cannot be answered, with the one sentence that says why and what to do. The error handler
 * sends `message` as it is, so it is the whole JSON body: `{"error": "…"}`.
 */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly statusCode: number;
  readonly expose = true;

  constructor(statusCode: 400 | 404 | 413 | 500, sentence: string) {
    super(JSON.stringify({ error: sentence }));
    this.statusCode = statusCode;
  }
}
