import PostalMime from "postal-mime";
import { type Accepted, rejected } from "../rejection.ts";
import type { ArticleParts } from "./article-parts.ts";
import { dayOf, isName } from "./html-metadata.ts";
import { wordsOfMail } from "./mail-words.ts";
import { readHtml } from "./read-html.ts";
import { textParts } from "./text-parts.ts";

/** Parts within parts: a forwarded mail in a mail has a handful. */
const deepest = 32;

/** Mails within mails: deeper ones are attachments, or each line would be gone through again at each depth. */
const deepestMail = 2;

/** What mail programs put around a mail that is answered, in HTML. */
const answered = "blockquote[type=cite], [class~=gmail_quote], [class~=gmail_attr], [class~=moz-cite-prefix]";
/** Below this stands the mail that is answered. */
const answeredBelow = /<[^<>]{0,200}\bid=["']?(?:divRplyFwdMsg|appendonsend)\b/iu;
/** "On Friday Ben Cole wrote:", before a quotation. */
const announces = /^On .{3,300} wrote:$/u;

/**
 * The article in a mail (RFC 5322, MIME): its subject, its sender as author, its day in UTC, and its plain text, or the HTML
 * where it has no other. What it quotes of a mail that it answers, its signature and its attachments are left out; of one that it
 * passes on, the words and their writer are the article.
 */
export async function readEml(bytes: Uint8Array): Promise<Accepted<ArticleParts>> {
  try {
    const mail = await PostalMime.parse(bytes, {
      maxNestingDepth: deepest,
      maxRfc822NestingDepth: deepestMail,
    });
    const subject = mail.subject ?? "";
    const title = subject.replace(/^(?:(?:re|fwd?|aw|wg)\s?:\s*)+/iu, "").trim() || null;
    const passesOn = /^(?:re\s?:\s*)?(?:fwd?|wg)\s?:/iu.test(subject);
    const published = dayOf(mail.date ?? null);
    const { text, isPassedOn, from } = wordsOfMail(mail.text ?? "", passesOn);
    const sender = (isPassedOn ? from : mail.from?.name) ?? "";
    const head = { title, authors: isName(sender) ? [sender] : [], published };
    if (/\S/u.test(text)) return { ok: true, value: { ...head, paragraphs: textParts(text) } };
    return withHead(head, mail.html ?? "", passesOn);
  } catch {
    return rejected("damaged", "is a mail that cannot be taken apart; save its text");
  }
}

type Head = Pick<ArticleParts, "title" | "authors" | "published">;

function withHead(head: Head, html: string, passesOn: boolean): Accepted<ArticleParts> {
  const below = passesOn ? null : answeredBelow.exec(html);
  const own = readHtml(below === null ? html : html.slice(0, below.index), passesOn ? "" : answered);
  // What has no words of its own passes all on.
  const page = own.ok && own.value.paragraphs.length === 0 ? readHtml(html) : own;
  if (!page.ok) return page;
  const paragraphs = page.value.paragraphs.filter(({ text }) => passesOn || !announces.test(text));
  // Whose words are passed on in HTML is not looked for.
  const isForwarded = passesOn && /Forwarded message|gmail_attr|divRplyFwdMsg/iu.test(html);
  return { ok: true, value: { ...head, ...(isForwarded ? { authors: [] } : {}), paragraphs } };
}
