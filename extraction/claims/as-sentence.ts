/** What is written of a claim as a sentence: a capital, a stop, single spaces, and marks that close. */
export function asSentence(written: string): string {
  const plain = isEvenlySpaced(written) ? written : written.replace(/\s+/gu, " ");
  const words = withoutComma(plain).trim();
  const closed = isOpen(words) ? `${words.replace(/[,.]$/u, "")}.”` : words;
  const sentence = withCapital(closed);
  const end = sentence.length - (isClosing(sentence.charAt(sentence.length - 1)) ? 2 : 1);
  return isOneOf(".!?", sentence.charAt(end)) ? sentence : `${sentence}.`;
}

/** Whether nothing but single spaces stands between words; of what is not ASCII, the pattern tells. */
function isEvenlySpaced(written: string): boolean {
  let before = 0;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (code < space || (code === space && before === space)) return false;
    if (code > lastOfAscii && /\s/u.test(written.charAt(at))) return false;
    before = code;
  }
  return true;
}

const space = 32;
const lastOfAscii = 127;

/** A text whose first letter is a capital, unless a figure stands before it. */
function withCapital(text: string): string {
  const first = text.charCodeAt(0);
  if (isCapital(first)) return text;
  const at = isSmall(first) ? 0 : (/[\p{L}\p{N}]/u.exec(text)?.index ?? text.length);
  return at === text.length ? text : text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isClosing = (character: string): boolean => isOneOf('"”’»', character);

/** A text without a comma or dash at its end, and without a comma that stands there in quotation marks. */
function withoutComma(text: string): string {
  const end = text.length - 1;
  const plain = isOneOf(",;:–—-", text.charAt(end)) ? text.slice(0, end) : text;
  const last = plain.length - 1;
  return isClosing(plain.charAt(last)) && isOneOf(",;", plain.charAt(last - 1))
    ? plain.slice(0, last - 1) + plain.slice(last)
    : plain;
}

/** Whether one mark more opens than closes. */
function isOpen(words: string): boolean {
  if (!words.includes("“")) return false;
  let open = 0;
  for (let at = 0; at < words.length; at++) {
    const mark = words.charAt(at);
    if (mark === "“") open++;
    else if (mark === "”") open--;
  }
  return open === 1;
}

/** Whether a character is one of some marks; no character is none. */
export const isOneOf = (marks: string, character: string): boolean =>
  character !== "" && marks.includes(character);
