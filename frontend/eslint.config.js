import js from "@eslint/js";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import { readdirSync } from "node:fs";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const features = readdirSync("./src/features", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** A zone that keeps `target` from importing anything in `from`. */
const forbid = (target, from, message) => ({ target, from, message });

const zones = [
  forbid("./src/ui", ["./src/features", "./src/routes", "./src/app", "./src/api"], "ui knows nothing of journeys."),
  forbid("./src/api", ["./src/features", "./src/routes", "./src/app", "./src/ui"], "api is below features."),
  forbid("./src/features", ["./src/routes", "./src/app"], "app → routes → features → api, ui."),
  forbid("./src/routes", ["./src/app"], "app → routes → features → api, ui."),
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: "./src/features",
    except: [`./${name}`],
    message: "Features never import each other.",
  })),
];

export default defineConfig(
  { ignores: ["dist", "src/i18n/generated", "src/api/generated", "playwright-report", "test-results"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat["recommended-latest"],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [
        createNodeResolver({
          extensions: [".ts", ".tsx", ".js", ".json"],
          alias: { "@": [`${import.meta.dirname}/src`] },
        }),
      ],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // TanStack Router signals redirects and missing pages by throwing plain objects.
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "package", package: "@tanstack/router-core", name: ["Redirect", "NotFoundError"] }] },
      ],
      "no-console": "error",
    },
  },
  // Playwright hands a fixture on by calling `use`, which is no hook.
  { files: ["e2e/**/*.ts"], rules: { "react-hooks/rules-of-hooks": "off" } },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
  {
    files: ["public/**/*.js"],
    languageOptions: {
      globals: { localStorage: "readonly", document: "readonly", matchMedia: "readonly" },
      parserOptions: { projectService: false },
    },
  },
);
