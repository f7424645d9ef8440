/** What a folder is told where a file is wanted; `name` is as the user wrote it. */
export const folderProblem = (name: string): string =>
  `is a folder; name the files in it, as in ${name.replace(/\/$/u, "")}/*.txt`;

/** Why a file cannot be read, and the cure, from what the file system threw: one line to stand behind its name. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "does not exist; check the name and the folder";
  if (code === "EACCES" || code === "EPERM") return "may not be read; ask for permission to read it";
  if (code === "ENAMETOOLONG") return "is too long for a file name; check the name";
  return `cannot be read (${error instanceof Error ? error.message : String(error)}); check the file`;
}
