import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { ElementType } from "react";
import type { Plugin } from "vite";

const iconImport = /import \{([^}]*)\} from "lucide-react";/g;
const spriteModule = "virtual:icon-sprite";
const pictureName = "icons.svg";
const loaded = `\0${spriteModule}`;

/**
 * Draws every icon from one picture file instead of carrying its lines in the scripts: icons are what a first load
 * can do without for a moment. In the app they stay imports of lucide-react; development and unit tests use that itself.
 */
export function iconSprite(sources: string): Plugin {
  let picture = "";
  let first = "";
  return {
    name: "waymark-icon-sprite",
    apply: "build",
    enforce: "pre",
    async buildStart() {
      const icons = await importedIcons(sources);
      first = icons[0] ?? "";
      const symbols = await Promise.all(icons.map(symbol));
      const source = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
      picture = this.emitFile({ type: "asset", name: pictureName, source });
    },
    resolveId: (id) => (id === spriteModule ? loaded : undefined),
    load: (id) => (id === loaded ? `export default import.meta.ROLLUP_FILE_URL_${picture};` : undefined),
    transform(code, id) {
      if (!id.startsWith(sources) || !code.includes('from "lucide-react"')) return undefined;
      const drawn = code.replace(iconImport, (_statement, names: string) => {
        const icons = split(names).map((name) => `${name} = /* @__PURE__ */ spriteIcon("${name}")`);
        return `import { spriteIcon } from "@/ui/icons/spriteIcon"; const ${icons.join(", ")};`;
      });
      return { code: drawn, map: null };
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const file = Object.values(bundle).find((it) => it.type === "asset" && it.names.includes(pictureName));
        if (!file) throw new Error("The icons' picture is not in the bundle.");
        // Asked for with the page, the icons are there when the first of them is drawn.
        const use = { tag: "use", attrs: { href: `/${file.fileName}#${first}` } };
        // Drawn nowhere: `hidden` means nothing to an svg, which would take its room below the page.
        const attrs = { class: "visually-hidden", "aria-hidden": "true" };
        return [{ tag: "svg", attrs, children: [use], injectTo: "body-prepend" }];
      },
    },
  };
}

const split = (names: string) => names.split(",").map((name) => name.trim()).filter((name) => name !== "");

async function importedIcons(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const names = texts.flatMap((text) => [...text.matchAll(iconImport)].flatMap(([, list = ""]) => split(list)));
  return [...new Set(names)].sort();
}

async function symbol(name: string): Promise<string> {
  const icons = (await import("lucide-react")) as unknown as Record<string, ElementType>;
  const icon = icons[name];
  if (!icon) throw new Error(`lucide-react has no icon ${name}.`);
  const lines = renderToStaticMarkup(createElement(icon)).replace(/^<svg[^>]*>|<\/svg>$/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${lines}</symbol>`;
}
