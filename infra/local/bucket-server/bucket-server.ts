import { createServer } from "node:http";
import { closeServer, listenOnLoopback } from "../loopback.ts";
import * as buckets from "./bucket-requests.ts";
import { listObjects, listObjectVersions } from "./listing.ts";
import * as multipart from "./multipart-requests.ts";
import type { ObjectEvent } from "./object-event.ts";
import * as objects from "./object-requests.ts";
import { ObjectStore } from "./object-store.ts";
import { Outbox } from "./outbox.ts";
import { S3Error, s3Errors } from "./s3-error.ts";
import { parseRequest, type S3Request } from "./s3-request.ts";
import { xmlDocument } from "./xml.ts";

/** What a bucket server is started with. */
export interface BucketServerOptions {
  /** Where everything is kept; created if it is not there. */
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly region: string;
  /** Takes an event; a failure is tried again. Called in order, one at a time. */
  readonly deliver: (event: ObjectEvent) => Promise<void> | void;
}

/** A running bucket server. */
export interface BucketServer {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  /** Creates a bucket if it is not there, and switches versioning on where asked. */
  ensureBucket(name: string, options: { readonly versioned: boolean }): void;
  /** Starts delivering events; those of an earlier run that were not delivered come first. */
  startDelivery(): void;
  /** How many events are not delivered yet. */
  pendingEvents(): number;
  close(): Promise<void>;
}

// Sub-resources that clients ask for but that a local bucket does not have: the answer S3 gives without one.
const absent: Record<string, readonly [string, number]> = {
  policy: ["NoSuchBucketPolicy", 404],
  lifecycle: ["NoSuchLifecycleConfiguration", 404],
  cors: ["NoSuchCORSConfiguration", 404],
  tagging: ["NoSuchTagSet", 404],
  encryption: ["ServerSideEncryptionConfigurationNotFoundError", 404],
};
const unsupported = [
  "acl",
  "notification",
  "replication",
  "website",
  "logging",
  "select",
  "restore",
  "retention",
  "legal-hold",
  "torrent",
  "attributes",
  "object-lock",
];

async function answer(store: ObjectStore, request: S3Request, region: string): Promise<void> {
  const { method, query } = request;
  const page = (body: string) => {
    request.response.writeHead(200, { "content-type": "application/xml" }).end(body);
  };
  for (const name of query.keys()) {
    const missing = absent[name];
    if (missing !== undefined && method === "GET") {
      store.versioning(request.bucket);
      throw new S3Error(missing[0], missing[1], `The ${name} configuration does not exist`);
    }
    if (missing !== undefined || unsupported.includes(name)) throw s3Errors.notImplemented(`?${name}`);
  }
  if (request.bucket === "") {
    if (method === "GET") return buckets.listBuckets(store, request);
  } else if (request.key === "") {
    if (query.has("versioning")) return buckets.versioning(store, request);
    if (method === "PUT") return buckets.createBucket(store, request);
    if (method === "HEAD") return buckets.headBucket(store, request, region);
    if (method === "DELETE") return buckets.deleteBucket(store, request);
    if (method === "POST" && query.has("delete")) return objects.deleteObjects(store, request);
    if (method === "GET") {
      if (query.has("location")) return buckets.getLocation(store, request, region);
      if (query.has("uploads")) return multipart.listUploads(store, request);
      if (query.has("versions")) return page(listObjectVersions(store, request.bucket, query));
      return page(listObjects(store, request.bucket, query));
    }
  } else {
    if (method === "POST" && query.has("uploads")) return multipart.createUpload(store, request);
    if (query.has("uploadId")) {
      if (method === "PUT") return multipart.uploadPart(store, request);
      if (method === "POST") return multipart.completeUpload(store, request);
      if (method === "DELETE") return multipart.abortUpload(store, request);
      if (method === "GET") return multipart.listParts(store, request);
    }
    if (method === "PUT" && request.header("x-amz-copy-source") !== undefined) {
      return objects.copyObject(store, request);
    }
    if (method === "PUT") return objects.putObject(store, request);
    if (method === "GET" || method === "HEAD") return objects.getObject(store, request);
    if (method === "DELETE") return objects.deleteObject(store, request);
  }
  throw new S3Error("MethodNotAllowed", 405, "The specified method is not allowed against this resource.");
}

/** S3 over HTTP on 127.0.0.1: the part of it that the AWS CLI and the SDK use for objects. */
export async function startBucketServer(options: BucketServerOptions): Promise<BucketServer> {
  let outbox: Outbox | undefined;
  let delivering = false;
  const store = new ObjectStore(options.folder, () => delivering && outbox?.wake());
  outbox = new Outbox(store.catalogue, options.deliver);
  const delivery = outbox;

  const server = createServer((message, response) => {
    // From the sequence of the events: a request's id comes after every change before it, and before all later ones.
    const id = store.catalogue.nextSequencer();
    response.setHeader("x-amz-request-id", id);
    response.setHeader("server", "onrecord-local");
    Promise.resolve()
      .then(() => answer(store, parseRequest(message, response), options.region))
      .catch((error: unknown) => {
        // A body that nobody will read must not keep the connection for the next request.
        if (!message.complete) response.setHeader("connection", "close");
        const known =
          error instanceof S3Error
            ? error
            : new S3Error("InternalError", 500, error instanceof Error ? error.message : String(error));
        if (response.headersSent) {
          response.destroy();
          return;
        }
        response.writeHead(known.status, { "content-type": "application/xml" });
        response.end(
          message.method === "HEAD"
            ? undefined
            : xmlDocument(
                "Error",
                { Code: known.code, Message: known.message, Resource: known.resource, RequestId: id },
                false,
              ),
        );
      });
  });
  const port = await listenOnLoopback(server, options.port, "s3").catch((error: unknown) => {
    store.close();
    throw error;
  });

  return {
    endpoint: `http://127.0.0.1:${port}`,
    ensureBucket(name, { versioned }) {
      store.createBucket(name);
      if (versioned) store.setVersioning(name, "Enabled");
    },
    startDelivery() {
      delivering = true;
      delivery.wake();
    },
    pendingEvents: () => delivery.size,
    async close() {
      await closeServer(server);
      await delivery.close();
      store.close();
    },
  };
}
