/** A row of a CSV file: its fields, and the number of the line that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** What can stand between fields: spreadsheets of many countries write semicolons. */
const separators = [",", ";", "\t"];

/**
 * The rows of a CSV file after RFC 4180, empty ones left out. The separator is the first comma, semicolon or tab of
 * the first line. `problem` names the line of a quotation mark that is never closed.
 */
export function csvRows(text: string): { readonly rows: readonly CsvRow[] } | { readonly problem: string } {
  const header = text.slice(0, endOfLine(text));
  const separator = [...header].find((character) => separators.includes(character)) ?? ",";
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let field = "";
  let line = 1;
  let firstLine = 1;
  const endRow = (): void => {
    fields.push(field);
    if (fields.some((one) => one.trim() !== "")) rows.push({ line: firstLine, fields });
    fields = [];
    field = "";
    firstLine = line;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' && field.trim() === "") {
      const opened = line;
      field = "";
      for (at++; ; at++) {
        if (at >= text.length)
          return { problem: `line ${opened}: a quotation mark is opened and never closed` };
        const inner = text.charAt(at);
        if (inner === "\n") line++;
        if (inner === '"') {
          if (text.charAt(at + 1) !== '"') break;
          at++;
        }
        field += inner;
      }
    } else if (character === separator) {
      fields.push(field);
      field = "";
    } else if (character === "\n") {
      line++;
      endRow();
    } else if (character !== "\r") field += character;
  }
  endRow();
  return { rows };
}

function endOfLine(text: string): number {
  const end = text.search(/\r?\n/u);
  return end < 0 ? text.length : end;
}
