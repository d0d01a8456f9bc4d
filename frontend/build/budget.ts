import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** Most kilobytes of script, gzipped, by the lazily loaded screen on which somebody may arrive first. */
type Budgets = Readonly<Record<string, number>>;

/**
 * Fails the build when a screen needs more script than its budget before somebody touches it. Measured as written.
 * What follows without being asked for would not be counted here: a browser test holds that there is nothing of it.
 */
export function firstLoadBudget(budgets: Budgets): Plugin {
  return {
    name: "waymark-first-load-budget",
    apply: "build",
    writeBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle)
          .filter((file): file is Rolldown.OutputChunk => file.type === "chunk")
          .map((chunk) => [chunk.fileName, chunk]),
      );
      const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
      if (!entry) this.error("The bundle has no entry chunk.");
      for (const [screen, kilobytes] of Object.entries(budgets)) {
        const page = [...chunks.values()].find((chunk) => chunk.isDynamicEntry && chunk.name === screen);
        if (!page) this.error(`There is no lazily loaded screen named ${screen}.`);
        const needed = closure([entry.fileName, page.fileName], chunks);
        const bytes = needed.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
        const size = (bytes / 1000).toFixed(1);
        if (bytes > kilobytes * 1000) this.error(`${screen} needs ${size} kB of script, more than ${kilobytes} kB.`);
        this.info(`${screen}: ${size} kB of script on the first load (budget ${kilobytes} kB)`);
      }
    },
  };
}

function closure(roots: string[], chunks: ReadonlyMap<string, Rolldown.OutputChunk>): Rolldown.OutputChunk[] {
  const seen = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(chunks.get(name)?.imports ?? []));
  }
  return [...seen].flatMap((name) => chunks.get(name) ?? []);
}
