/** What a mail says by itself, or passes on. */
export interface MailWords {
  readonly text: string;
  /** Whether they are another's, whose mail is passed on. */
  readonly isPassedOn: boolean;
  /** Whose they are then, as the header gives it; `null` where it gives no name. */
  readonly from: string | null;
}

/** A mail within a mail is passed on within another so often. */
const deepest = 5;

/** More lines than a header has. */
const mostHeaders = 12;

const rule = /^[-_]{5,}$/u;
const forwarded = /^(?:-{2,} ?Forwarded message ?-{2,}|Begin forwarded message:)$/iu;
const original = /^-{2,} ?Original Message ?-{2,}$/iu;
const header = /^\*?(From|Sent|Date|To|Cc|Bcc|Reply-To|Subject):\*? ?(.*)$/iu;

/**
 * The words of a mail: without its signature, the mail that it answers, and lines that quote (`>`). Where it passes another one on,
 * those of that one, and whose they are. A mail that has nothing but quoted lines passes those on.
 */
export function wordsOfMail(text: string, passesOn: boolean): MailWords {
  let lines = text.split(/\r\n|\r|\n/u);
  let passed: Inner | null = null;
  for (let depth = 0; depth < deepest; depth++) {
    const inner = mailWithin(lines);
    if (inner === null) break;
    if (!passesOn && !inner.isForwarded && hasWords(lines.slice(0, inner.start))) {
      lines = lines.slice(0, inner.start);
      break;
    }
    passed = inner;
    lines = lines.slice(inner.end);
  }
  const signature = lines.indexOf("-- ");
  const signed = signature < 0 ? lines : lines.slice(0, signature);
  const own = withoutQuotes(signed);
  const kept = hasWords(own) ? own : signed.map((line) => line.replace(/^(?:> ?)+/u, ""));
  return { text: kept.join("\n"), isPassedOn: passed !== null, from: passed?.from ?? null };
}

const hasWords = (lines: readonly string[]): boolean => lines.some((line) => /\p{L}/u.test(line));

interface Inner {
  /** Its first line, a rule or the like, and that behind its header. */
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly isForwarded: boolean;
}

/** The first mail within the lines: a line that says so or a rule, then a header. */
function mailWithin(lines: readonly string[]): Inner | null {
  for (const [start, line] of lines.entries()) {
    const text = line.trim();
    const isForwarded = forwarded.test(text);
    if (!isForwarded && !original.test(text) && !rule.test(text)) continue;
    let at = start + 1;
    while (at < lines.length && lines[at]?.trim() === "") at++;
    const names = new Map<string, string>();
    for (const first = at; at < lines.length && at < first + mostHeaders; at++) {
      const [, name, value = ""] = header.exec(lines[at]?.trim() ?? "") ?? [];
      if (name !== undefined) names.set(name.toLowerCase(), value);
      // A value that is wrapped goes on with a space before it.
      else if (!/^\s+\S/u.test(lines[at] ?? "")) break;
    }
    const from = names.get("from");
    if (from === undefined || names.size < 2) continue;
    const isAttached = rule.test(lines[at]?.trim() ?? "");
    return {
      start,
      end: isAttached ? at + 1 : at,
      from: nameOf(from),
      isForwarded: isForwarded || isAttached,
    };
  }
  return null;
}

/** `"Ben Cole" <b@herald.example>` as "Ben Cole"; `null` where only an address is given. */
function nameOf(from: string): string | null {
  const [given = ""] = from.split(/[<[]/u, 1);
  const name = given.replaceAll('"', "").trim();
  return name === "" || name.includes("@") ? null : name;
}

/** Without quoted lines, and without what announces them ("On Friday, Ben Cole wrote:"). */
function withoutQuotes(lines: readonly string[]): string[] {
  const announcing = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (!/wrote:\s{0,3}$/u.test(line)) continue;
    let next = index + 1;
    while (next < lines.length && lines[next]?.trim() === "") next++;
    if (lines[next]?.startsWith(">") !== true) continue;
    const first = [index, index - 1, index - 2].find((at) => /^On\s/u.test(lines[at] ?? ""));
    for (let at = first ?? index + 1; at <= index; at++) announcing.add(at);
  }
  return lines.filter((line, index) => !line.startsWith(">") && !announcing.has(index));
}
