/** A table of texts as spreadsheets exchange it: rows of cells. */
export type Cells = readonly (readonly string[])[];

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Tab-separated values as spreadsheets read them; texts with tabs, quotes or line breaks are quoted. */
export function toTsv(cells: Cells): string {
  return cells.map((row) => row.map(quoted).join("\t")).join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character).replaceAll("\n", "<br>");
}

/** An HTML table, for pasting into documents and slides. */
export function toHtml(cells: Cells): string {
  const rows = cells.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`);
  return `<table><tbody>${rows.join("")}</tbody></table>`;
}

/** Reads tab-separated values; quoted cells may hold tabs and line breaks. A last empty line is dropped. */
export function fromTsv(text: string): string[][] {
  const source = text.replaceAll("\r\n", "\n").replace(/\n$/, "");
  const rows: string[][] = [[]];
  const cell = /\t|\n|"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]+/gy;
  let value = "";
  for (const match of source.matchAll(cell)) {
    if (match[0] === "\t" || match[0] === "\n") {
      rows.at(-1)?.push(value);
      value = "";
      if (match[0] === "\n") rows.push([]);
    } else {
      value = match[1]?.replaceAll('""', '"') ?? match[0];
    }
  }
  rows.at(-1)?.push(value);
  return rows;
}
