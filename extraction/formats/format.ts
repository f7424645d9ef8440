/** What an article can be written in. Markdown counts as text. */
export const formats = ["text", "html", "pdf", "docx", "rtf", "eml", "ninjs", "newsml"] as const;
export type Format = (typeof formats)[number];
