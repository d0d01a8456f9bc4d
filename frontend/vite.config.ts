import { fileURLToPath } from "node:url";
import { paraglideVitePlugin } from "@inlang/paraglide-js";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstLoadBudget } from "./build/budget.ts";
import { iconSprite } from "./build/icon-sprite.ts";
import { oneLanguage } from "./build/one-language.ts";
import { precompress } from "./build/precompress.ts";

const backend = process.env.WAYMARK_API ?? "http://127.0.0.1:8000";
// The origin stays the browser's own: the backend refuses writes whose Origin is not its host.
const proxy = { target: backend, changeOrigin: false };

/** Small parts that nearly every screen draws at once. */
const SMALL_PARTS = /src\/(ui\/(SaveState|Skeleton|LinkButton|PopoverButton|format|group-by|monotone|icons\/|portrait\/)|api\/(generated\/operations\/)?members)/;

/** What the pages with lists are made of. */
const LISTS = /src\/ui\/(long-list\/|MoreMenu|ProblemNote|RecordTable|SearchInput|useSearchText)/;

const sources = fileURLToPath(new URL("./src", import.meta.url));

export default defineConfig({
  plugins: [
    iconSprite(sources),
    react(),
    paraglideVitePlugin({
      project: "./project.inlang",
      outdir: "./src/i18n/generated",
      strategy: ["baseLocale"],
      emitReadme: false,
    }),
    oneLanguage("en", sources),
    firstLoadBudget({ MapPage: 150, GalleryScreen: 140, SignInScreen: 130, WelcomeScreen: 135 }),
    precompress(),
  ],
  resolve: {
    alias: {
      "@": sources,
      // React has had it since version 18.
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
    },
  },
  server: { port: 5173, strictPort: true, proxy: { "/api": proxy, "/ingest": proxy } },
  build: {
    target: "es2022",
    sourcemap: true,
    manifest: true,
    rolldownOptions: {
      output: {
        // The first file lists the names of all others; what each holds is in the manifest and the source maps.
        chunkFileNames: "assets/[hash].js",
        codeSplitting: {
          // Without this every text that two of these screens share is a file of its own, listed in the first one.
          includeDependenciesRecursively: false,
          groups: [
            // One file compresses far better than twenty small ones, and a page that is opened first needs them all.
            { name: "core", tags: ["$initial"], priority: 1 },
            { name: "small-parts", test: SMALL_PARTS },
            { name: "lists", test: LISTS },
            { name: "messages-sources", test: /i18n\/generated\/messages\/(sources|customers|imports)_/ },
          ],
        },
      },
    },
  },
  test: {
    restoreMocks: true,
    css: { modules: { classNameStrategy: "non-scoped" } },
    projects: [
      {
        extends: true,
        test: { name: "logic", environment: "node", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { name: "components", environment: "jsdom", include: ["src/**/*.test.tsx"], setupFiles: ["./test/setup.ts"] },
      },
    ],
  },
});
