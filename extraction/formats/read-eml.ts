import PostalMime from "postal-mime";
import { type Accepted, rejected } from "../rejection.ts";
import type { ArticleParts } from "./article-parts.ts";
import { dayOf, isName } from "./html-metadata.ts";
import { readHtml } from "./read-html.ts";
import { textParts } from "./text-parts.ts";

/** Parts within parts: a forwarded mail in a mail has a handful. */
const deepest = 32;

/** Mails within mails: deeper ones are attachments, or each line would be gone through again at each depth. */
const deepestMail = 2;

/**
 * The article in a mail (RFC 5322, MIME): its subject, its sender as author, its day in UTC, and its plain text, or the HTML
 * where it has no other. What it quotes of other mails (`>`), its signature and its attachments are left out.
 */
export async function readEml(bytes: Uint8Array): Promise<Accepted<ArticleParts>> {
  try {
    const mail = await PostalMime.parse(bytes, {
      maxNestingDepth: deepest,
      maxRfc822NestingDepth: deepestMail,
    });
    const title = (mail.subject ?? "").replace(/^(?:(?:re|fwd?|aw|wg)\s?:\s*)+/iu, "").trim() || null;
    const sender = mail.from?.name ?? "";
    const head = { title, authors: isName(sender) ? [sender] : [], published: dayOf(mail.date ?? null) };
    const text = ownWords(mail.text ?? "");
    if (/\S/u.test(text)) return { ok: true, value: { ...head, paragraphs: textParts(text) } };
    const page = readHtml(mail.html ?? "");
    return page.ok ? { ok: true, value: { ...head, paragraphs: page.value.paragraphs } } : page;
  } catch {
    return rejected("damaged", "is a mail that cannot be taken apart; save its text");
  }
}

/** Without the signature and what is quoted of other mails. */
function ownWords(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u);
  const signature = lines.indexOf("-- ");
  return lines
    .slice(0, signature < 0 ? lines.length : signature)
    .filter((line) => !line.startsWith(">"))
    .join("\n");
}
