import { worthModelFile } from "./worth-model-file.ts";

/** What is to be done about a model file that cannot be used. */
const cureOf = (file: string): string =>
  `make it with npm run train -- ${file.endsWith(worthModelFile) ? "--task claims " : ""}--corpus DIR, or install Onrecord again`;

/**
 * A model file that cannot be used. The message is one line: the file, what is wrong and what was expected, and the
 * cure.
 */
export class ModelFileError extends Error {
  override readonly name = "ModelFileError";

  /** @param file its name, as whoever has to look for it knows it */
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}; ${cureOf(file)}`);
  }
}
