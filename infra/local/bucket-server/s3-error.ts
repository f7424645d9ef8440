/** An error as S3 answers it: an HTTP status and a code that SDKs turn into the error's name. */
export class S3Error extends Error {
  readonly code: string;
  readonly status: number;
  readonly resource: string;

  constructor(code: string, status: number, message: string, resource = "") {
    super(message);
    this.name = "S3Error";
    this.code = code;
    this.status = status;
    this.resource = resource;
  }
}

/** The errors that more than one operation answers with. */
export const s3Errors = {
  noSuchBucket: (bucket: string) =>
    new S3Error("NoSuchBucket", 404, "The specified bucket does not exist", bucket),
  noSuchKey: (key: string) => new S3Error("NoSuchKey", 404, "The specified key does not exist.", key),
  noSuchVersion: (key: string) =>
    new S3Error("NoSuchVersion", 404, "The specified version does not exist.", key),
  noSuchUpload: (id: string) =>
    new S3Error("NoSuchUpload", 404, "The specified multipart upload does not exist.", id),
  preconditionFailed: (condition: string) =>
    new S3Error(
      "PreconditionFailed",
      412,
      "At least one of the pre-conditions you specified did not hold",
      condition,
    ),
  invalidArgument: (message: string) => new S3Error("InvalidArgument", 400, message),
  malformedXml: () =>
    new S3Error("MalformedXML", 400, "The XML you provided was not well-formed or did not validate"),
  notImplemented: (what: string) =>
    new S3Error("NotImplemented", 501, `The local bucket server does not implement ${what}`),
};
