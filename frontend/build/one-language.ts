import type { Plugin } from "vite";

const messageModule = /\/i18n\/generated\/messages\/(?!_)\w+\.js$/;
const runtimeModule = /\/i18n\/generated\/runtime\.js$/;
const runtimeImport = /import \{[^}]*\} from ['"]\.\.\/runtime\.js['"];/;
const choosing = /export const (\w+) = [^]*$/;

/**
 * Every message of Paraglide asks for the reader's language before it speaks. There is only one, so the built app goes
 * straight to its text; this is a tenth of what a page's own scripts weigh. To be taken out with the second language.
 */
export function oneLanguage(language: string): Plugin {
  return {
    name: "waymark-one-language",
    apply: "build",
    load: (id) => (runtimeModule.test(id) ? `export const getLocale = () => "${language}";` : undefined),
    transform(code, id) {
      if (!messageModule.test(id)) return undefined;
      const text = (_chooser: string, name: string) => `export { ${language}_${name} as ${name} };`;
      return { code: code.replace(runtimeImport, "").replace(choosing, text), map: null };
    },
  };
}
