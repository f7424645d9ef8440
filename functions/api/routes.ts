import type { Route } from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { articleName } from "../store/article-id.ts";
import { InvalidCursorError } from "../store/cursor.ts";
import { readHead } from "../store/head.ts";
import { readActor, readActors } from "../store/read-actors.ts";
import { readArticle } from "../store/read-article.ts";
import { readClaims } from "../store/read-claims.ts";
import { readStatements } from "../store/read-statements.ts";
import { readStates } from "../store/read-states.ts";
import type { Table } from "../store/table.ts";
import { parameterSchemas, readDays, readParameters } from "./parameters.ts";
import { presentArticle, presentHead, presentItem } from "./presentation.ts";
import { behind } from "./request.ts";
import { RequestError } from "./request-error.ts";

type Event = APIGatewayProxyEventV2;
type Answer = (table: Table, event: Event) => Promise<Record<string, unknown>>;

/** Keys of the bucket and ids of actors are never longer, in bytes; the table refuses to look for what is. */
const longestName = 1024;

/** A function's answer may have 6 MB; headers and the envelope around the body need some of it. */
const maximumBytes = 5_500_000;

/** Articles with more results are never below that, and reading them would outlast the request. */
const mostItems = 20_000;

type ApiRoute = {
  /** As the router wants it: `proxy+` is the rest of the path. */
  readonly path: string;
  /** As `GET /` shows it. */
  readonly shown: string;
  readonly says: string;
  readonly answer: Answer;
};

const pageOf = "limit=1..100&cursor=";

const apiRoutes: readonly ApiRoute[] = [
  {
    path: "/",
    shown: "GET /",
    says: "this list",
    answer: async (_table, event) => {
      readParameters(parameterSchemas.none, event.queryStringParameters);
      return { routes: apiRoutes.map(({ shown, says }) => ({ route: shown, says })) };
    },
  },
  {
    path: "/articles",
    shown: `GET /articles?state=rejected|processing&${pageOf}`,
    says: "articles that were rejected, with the reason, or are under way; newest first",
    answer: async (table, event) => {
      const { state, ...page } = readParameters(parameterSchemas.states, event.queryStringParameters);
      const { items, cursor } = await readStates(table, state, page);
      return { items: items.map(presentHead), cursor };
    },
  },
  {
    path: "/articles/{bucket}/{proxy+}",
    shown: "GET /articles/{bucket}/{key}?claims=place|worth",
    says: "an article with everything in it, its claims as they stand in it or the most check-worthy first",
    answer: answerArticle,
  },
  {
    path: "/actors",
    shown: `GET /actors?order=name|count&prefix=&${pageOf}`,
    says: "all actors, by name or by how much they said",
    answer: async (table, event) => {
      const { order, prefix, ...page } = readParameters(parameterSchemas.actors, event.queryStringParameters);
      const { items, cursor } = await readActors(table, { order, prefix }, page);
      return { items: items.map(presentItem), cursor };
    },
  },
  {
    path: "/actors/{id}",
    shown: "GET /actors/{id}",
    says: "one actor's totals",
    answer: async (table, event) => {
      readParameters(parameterSchemas.none, event.queryStringParameters);
      const id = actorAsked(behind(event, "/actors/").replace(/\/$/u, ""));
      return presentItem((await readActor(table, id)) ?? noActor(id));
    },
  },
  {
    path: "/actors/{id}/statements",
    shown: `GET /actors/{id}/statements?kind=quotes|claims|both&from=&to=&${pageOf}`,
    says: "what an actor said, newest first",
    answer: answerStatements,
  },
  {
    path: "/claims",
    shown: `GET /claims?day=&from=&to=&${pageOf}`,
    says: "the claims of a day, or of up to 31 days, the most check-worthy first",
    answer: async (table, event) => {
      const query = readParameters(parameterSchemas.claims, event.queryStringParameters);
      const { items, cursor } = await readClaims(table, readDays(query), query);
      return { items: items.map(presentItem), cursor };
    },
  },
];

async function answerArticle(table: Table, event: Event): Promise<Record<string, unknown>> {
  const { claims } = readParameters(parameterSchemas.article, event.queryStringParameters);
  const [, bucket = "", key = ""] = /^([^/]+)\/(.+)$/su.exec(behind(event, "/articles/")) ?? [];
  if (bucket === "") throw new RequestError(404, "an article is named by its bucket, a slash and its key");
  const name = articleName({ bucket, key });
  const tooLong = Math.max(Buffer.byteLength(bucket), Buffer.byteLength(key)) > longestName;
  const head = tooLong ? null : await readHead(table, { bucket, key });
  if ((head?.current?.items ?? 0) > mostItems) throw tooMuch();
  const view = head === null ? null : await readArticle(table, { bucket, key });
  if (view === null) throw new RequestError(404, `no article ${name} ever came in`);
  if (view.head.state === "deleted") {
    throw new RequestError(404, `the article ${name} was deleted on ${view.head.since}`);
  }
  return presentArticle(view, claims);
}

async function answerStatements(table: Table, event: Event): Promise<Record<string, unknown>> {
  const { kind, from, to, ...page } = readParameters(
    parameterSchemas.statements,
    event.queryStringParameters,
  );
  if (from !== undefined && to !== undefined && from > to) {
    throw new RequestError(400, `from (${from}) comes after to (${to})`);
  }
  const actor = actorAsked(behind(event, "/actors/").replace(/\/statements\/?$/u, ""));
  const { items, cursor } = await readStatements(table, { actor, kind, from, to }, page);
  if (items.length === 0 && page.cursor === undefined && (await readActor(table, actor)) === null) {
    noActor(actor);
  }
  return { items: items.map(presentItem), cursor };
}

const actorAsked = (id: string): string => (Buffer.byteLength(id) > longestName ? noActor(id) : id);

function noActor(id: string): never {
  throw new RequestError(404, `there is no actor ${id}; GET /actors?prefix= finds actors by name`);
}

/** The routes of the read API over a table, for the router. */
export const routesOver = (table: Table): Route<Event, APIGatewayProxyStructuredResultV2>[] =>
  apiRoutes.map(({ path, answer }) => ({
    method: "GET",
    path,
    handler: async (event: Event) => {
      try {
        return respond(await answer(table, event));
      } catch (error) {
        if (error instanceof InvalidCursorError) throw new RequestError(400, `cursor: ${error.message}`);
        if (error instanceof URIError)
          throw new RequestError(400, "the path has a malformed percent sequence");
        throw error;
      }
    },
  }));

const tooMuch = (): RequestError =>
  new RequestError(
    413,
    "the answer has more than 5.5 MB; ask for fewer with limit, or read the table itself (docs/data-format.md)",
  );

function respond(content: Record<string, unknown>): APIGatewayProxyStructuredResultV2 {
  const body = JSON.stringify(content);
  if (Buffer.byteLength(body) > maximumBytes) throw tooMuch();
  return {
    statusCode: 200,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    body,
  };
}
