/**
 * The folder in which the user stood: file names on the command line are relative to it. npm moves to the
 * package's root before it runs a script and leaves the user's folder in INIT_CWD.
 */
export function userFolder(script: string): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === script && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}
