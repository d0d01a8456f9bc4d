import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

const messageModule = /\/i18n\/generated\/messages\/(?!_)\w+\.js$/;
const runtimeModule = "/i18n/generated/runtime.js";
const runtimeImport = /import \{[^}]*\} from ['"]\.\.\/runtime\.js['"];/;
const choosing = /export const (\w+) = [^]*$/;
const plainCall = /\bm\.([a-z]\w*)\(\)/g;

/**
 * Every message of Paraglide asks for the reader's language before it speaks. There is only one, so the built app goes
 * straight to its text, and a text without blanks stands where it is used. To be taken out with the second language.
 */
export function oneLanguage(language: string, sources: string): Plugin {
  let texts = new Map<string, string>();
  return {
    name: "waymark-one-language",
    apply: "build",
    enforce: "pre",
    async buildStart() {
      texts = await plainTexts(join(sources, "i18n/messages", language));
    },
    load: (id) => (id.endsWith(runtimeModule) ? `export const getLocale = () => "${language}";` : undefined),
    transform(code, id) {
      if (messageModule.test(id)) {
        const text = (_chooser: string, name: string) => `export { ${language}_${name} as ${name} };`;
        return { code: code.replace(runtimeImport, "").replace(choosing, text), map: null };
      }
      if (!id.startsWith(sources) || !code.includes("i18n/generated/messages")) return undefined;
      return { code: code.replace(plainCall, (call, name: string) => texts.get(name) ?? call), map: null };
    },
  };
}

/** The messages that are the same whenever they are said, as string literals by name. */
async function plainTexts(folder: string): Promise<Map<string, string>> {
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")));
  const all = files.flatMap((file) => Object.entries(JSON.parse(file) as Record<string, unknown>));
  return new Map(
    all.flatMap(([name, text]) => (typeof text === "string" && !/[{}\\]/.test(text) ? [[name, JSON.stringify(text)]] : [])),
  );
}
