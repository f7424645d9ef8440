const closeDeadline = 10_000;

/**
 * Closes something when the user or the system asks the program to stop (Ctrl-C, SIGTERM, a closed terminal),
 * then ends the program. A second Ctrl-C, or a close that takes longer than ten seconds, ends it at once.
 *
 * @returns what takes the handlers away again
 */
export function closeOnSignals(close: () => Promise<void>): () => void {
  let closing = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    const code = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal as "SIGINT"] ?? 1;
    if (closing) process.exit(code);
    closing = true;
    setTimeout(() => process.exit(code), closeDeadline).unref();
    close().then(
      () => process.exit(code),
      () => process.exit(code),
    );
  };
  const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
