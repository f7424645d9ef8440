/** Where progress goes: one line that is written over on a terminal, a line for each step elsewhere. */
export interface Progress {
  /** What is going on now; shown only where it can be written over. */
  status(text: string): void;
  /** Something worth keeping: stands above the status. */
  line(text: string): void;
  /** Takes the status away. */
  end(): void;
  /** Nothing is shown from now on: what fails because the program ends is no news. */
  silence(): void;
}

/** Columns where a stream does not say, or says none. */
const usualWidth = 100;

/** Progress on a stream, usually standard error. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  let shown = "";
  let silent = false;
  const clear = (): void => {
    if (shown !== "") stream.write("\r\u001b[K");
    shown = "";
  };
  return {
    status(text) {
      if (silent || !stream.isTTY) return;
      clear();
      shown = text.slice(0, (stream.columns || usualWidth) - 1);
      stream.write(shown);
    },
    line(text) {
      if (silent) return;
      const status = shown;
      clear();
      stream.write(`${text}\n`);
      if (status !== "") this.status(status);
    },
    end: clear,
    silence() {
      clear();
      silent = true;
    },
  };
}

/** How wide tables are drawn, and whether in colour: only on a terminal, and not where NO_COLOR forbids it. */
export const styleOf = (
  stream: NodeJS.WriteStream,
): { readonly width: number; readonly colour: boolean } => ({
  width: stream.columns || usualWidth,
  colour: stream.isTTY === true && (process.env.NO_COLOR ?? "") === "",
});

const barWidth = 20;

/** `[######··············] 3 of 10` */
export function barOf(done: number, all: number): string {
  const filled = all === 0 ? barWidth : Math.round((done / all) * barWidth);
  return `[${"#".repeat(filled)}${"·".repeat(barWidth - filled)}] ${done} of ${all}`;
}

/** `[######··············] 3 of 10 articles` */
export const bar = (done: number, all: number): string =>
  `${barOf(done, all)} ${all === 1 ? "article" : "articles"}`;
