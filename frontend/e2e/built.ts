import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const manifest = resolve(import.meta.dirname, "../dist/.vite/manifest.json");

/** The file that a module of the app was built into, from the root of the site. */
export function builtFile(source: string): string {
  const files = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, { file: string }>;
  const built = files[source];
  if (!built) throw new Error(`${source} is no file of its own.`);
  return built.file;
}
