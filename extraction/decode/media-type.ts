const charset = /;[\t ]{0,9}charset=[\t ]{0,9}(?:"([^"]{1,40})"|([^\s;"]{1,40}))/iu;

/** The encoding that a media type names ("text/plain; charset=windows-1252"), or `null`. */
export function charsetOf(mediaType: string | null): string | null {
  const found = mediaType === null ? null : charset.exec(mediaType);
  return found?.[1] ?? found?.[2] ?? null;
}

/** A media type in small letters without its parameters ("text/html"); empty where there is none. */
export const essenceOf = (mediaType: string | null): string =>
  (mediaType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
