import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');

/** What helping threads are started from, made of the sources as they are; inside the package, where it finds the data. */
export async function makeThreadEntry(): Promise<{ readonly entry: URL; readonly remove: () => void }> {
  const file = join(ROOT, `node_modules/.cache/dgdr-render-thread-${process.pid}.mjs`);
  await build({
    entryPoints: [join(ROOT, 'src/bin/dgdr-render-thread.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return { entry: pathToFileURL(file), remove: () => rmSync(file, { force: true }) };
}
