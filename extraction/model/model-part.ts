import { z } from "zod";

/**
 * Where a part of a model comes from: the sections whose names begin with the part's own and a slash. No date and no
 * path, so that the same training gives the same file.
 */
export const modelPartSchema = z.object({
  /** `syntax`, `roles`, … */
  name: z.string().min(1),
  /** What chance was drawn from. */
  seed: z.int(),
  trainedOn: z.array(
    z.object({
      /** The corpus. */
      name: z.string().min(1),
      /** Number of its files. */
      files: z.int(),
      /** Sixteen hexadecimal digits of SHA-256 over their names and contents. */
      digest: z.string().regex(/^[0-9a-f]{16}$/u),
    }),
  ),
});
export type ModelPart = z.infer<typeof modelPartSchema>;
