// Runs a TypeScript program of this repository: bundles it into the cache folder of node_modules and executes it.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const [source, ...args] = process.argv.slice(2);
const cache = join(root, 'node_modules/.cache/dgdr-render');
mkdirSync(cache, { recursive: true });
const outfile = join(cache, `${basename(source, '.ts')}.mjs`);
await build({
  entryPoints: [join(root, source)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
process.exit(spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1);
