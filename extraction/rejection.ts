import { z } from "zod";

/**
 * Why an article has no results and never will in its present form. The code is for programs, the message
 * one sentence for people. `docs/runbook.md` has a section for each code.
 */
export const rejectionCodes = [
  "empty",
  "too-large",
  "binary",
  "invalid-encoding",
  "unsupported-language",
  "unsupported-format",
  "damaged",
  "encrypted",
  "no-text",
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

/** A refusal, as the head of the article and its event carry it. */
export const rejectionSchema = z.object({
  code: z.enum(rejectionCodes),
  message: z.string(),
});
export type Rejection = z.infer<typeof rejectionSchema>;

/** What a step gives that can refuse an article: its value, or the reason for the refusal. */
export type Accepted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rejection: Rejection };

/** The refusal of an article. The message follows the article's name ("NAME: is empty; …") and gives the cure. */
export const rejected = (code: Rejection["code"], message: string): Accepted<never> => ({
  ok: false,
  rejection: { code, message },
});
