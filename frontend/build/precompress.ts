import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Plugin } from "vite";

const compressible = /\.(js|css|html|svg|json)$/;
const tooSmallToPay = 1024;
const toGzip = promisify(gzip);

/** Writes a `.gz` beside every text asset, so that the server never compresses the same bytes twice. */
export function precompress(): Plugin {
  let outDir = "dist";
  return {
    name: "waymark-precompress",
    apply: "build",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      const files = await readdir(outDir, { recursive: true });
      await Promise.all(files.filter((file) => compressible.test(file)).map((file) => compress(join(outDir, file))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < tooSmallToPay) return;
  await writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 }));
}
