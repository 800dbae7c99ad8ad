/**
 * Bundles the tool into dist/: both entry points, chunks that load late, and the licences of what is inside.
 * The result is committed, so that hosts install nothing; `--check` fails when it differs from a fresh bundle.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
const LICENSES = 'THIRD_PARTY_LICENSES.txt';
const LICENSE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const MODE_EXECUTABLE = 0o755;

/**
 * The client of Kubernetes has an index of everything and does not say that its modules only define things, so that a
 * thousand generated types and clients would come along with the little that is used.
 */
const SHAKEN_CLIENT = {
  name: 'shaken-client',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@kubernetes\/client-node$|\.)/ }, async ({ path, pluginData, ...from }) => {
      const isInside = /node_modules\/@kubernetes\/client-node\/dist\//.test(from.importer);
      if (pluginData === SHAKEN_CLIENT || (path.startsWith('.') && !isInside)) return undefined;
      return { ...(await resolve(path, { ...from, pluginData: SHAKEN_CLIENT })), sideEffects: false };
    });
  },
};

/** File name to content of a fresh bundle. */
async function bundle() {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/bin/dgdr-render.ts', 'src/bin/dgdr-render-function.ts'],
    outdir: DIST,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    minifySyntax: true,
    legalComments: 'none',
    plugins: [SHAKEN_CLIENT],
    // A stand-in for Node's own URL, which every Node of today has; its tables alone are 300 kB.
    alias: { 'whatwg-url': 'node:url' },
    metafile: true,
    write: false,
    // Packages in CommonJS ask for Node's own modules with require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
  });
  const files = new Map(result.outputFiles.map((file) => [relative(DIST, file.path), file.text]));
  const inputs = Object.values(result.metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return files.set(
    LICENSES,
    licenses(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path)),
  );
}

/** The licence texts of all bundled packages, by name. */
function licenses(inputs) {
  const folders = new Set(inputs.map((path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean));
  const entries = [...folders].map((folder) => licenseOf(folder));
  return [...new Set(entries)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const texts = readdirSync(join(ROOT, folder))
    .filter((file) => LICENSE_FILE.test(file))
    .sort();
  const body = texts.map((file) => readFileSync(join(ROOT, folder, file), 'utf8').trim()).join('\n\n');
  return `${name} ${version} (${license})\n\n${body || 'The package carries no licence text of its own.'}\n`;
}

function write(files) {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  for (const [name, text] of files) {
    writeFileSync(join(DIST, name), text);
    if (text.startsWith('#!')) chmodSync(join(DIST, name), MODE_EXECUTABLE);
  }
}

/** Names of files that are missing, stale, or left over. */
function differences(files) {
  const there = existsSync(DIST) ? readdirSync(DIST) : [];
  const stale = [...files].filter(
    ([name, text]) => !there.includes(name) || readFileSync(join(DIST, name), 'utf8') !== text,
  );
  return [...stale.map(([name]) => name), ...there.filter((name) => !files.has(name))];
}

const files = await bundle();
if (process.argv.includes('--check')) {
  const names = differences(files);
  if (names.length > 0) {
    console.error(`dist/ is not what src/ bundles to: ${names.join(', ')}\n  hint: npm run bundle`);
    process.exitCode = 1;
  }
} else {
  write(files);
  console.log([...files].map(([name, text]) => `${String(text.length).padStart(9)}  dist/${name}`).join('\n'));
}
