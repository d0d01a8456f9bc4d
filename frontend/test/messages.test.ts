import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";

const source = join(import.meta.dirname, "../src");
const catalogue = join(source, "i18n/messages/en");
const files = readdirSync(catalogue);
const keysOf = (file: string) => Object.keys(JSON.parse(readFileSync(join(catalogue, file), "utf8")) as object);

/** The code of the app, but not what is generated from the catalogue itself. */
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes("generated"))
  .map((path) => readFileSync(join(source, path), "utf8"))
  .join("\n");

it.each(files)("%s holds only messages of its own feature", (file) => {
  const prefix = relative(catalogue, join(catalogue, file)).replace(".json", "_");
  expect(keysOf(file).filter((key) => !key.startsWith(prefix))).toEqual([]);
});

it.each(files)("every message of %s is said somewhere", (file) => {
  expect(keysOf(file).filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(code))).toEqual([]);
});
