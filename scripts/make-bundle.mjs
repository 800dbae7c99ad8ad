/** Makes the bundle in memory: its entry points, chunks that load late, and what says what is inside. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.mjs';
import { bundlePageAssets } from './bundle-page-assets.mjs';
import { packagesIn } from './bundled-packages.mjs';
import { libraryTypes } from './library-types.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
const LICENSE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

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

/**
 * Packages read variables of their own (LOG_STREAM and LOG_TOKENS, DEBUG), which services set for other reasons, and print
 * between our manifests then. In the bundle they see none: what a command takes from the environment comes by its context.
 */
const NO_VARIABLES = {
  name: 'no-variables',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/.*\.[cm]?js$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replace(/\b\w*process\.env\.\w+\b(?!\s*=[^=])/g, '(void 0)')
        .replace(/\b\w*process\.env\b/g, '({})');
      return { contents, loader: 'js' };
    });
  },
};

/** The DOM that figures are drawn in would take a canvas of whoever has one installed; its own stand-in does. */
const NO_CANVAS = {
  name: 'no-canvas',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^canvas$/ }, ({ kind, resolveDir }) => resolve('./canvas-shim.cjs', { kind, resolveDir }));
  },
};

/** Two programs, and what the threads of either are started from. */
const ENTRIES = ['dgdr-render', 'dgdr-render-function', 'dgdr-render-thread'];

/** A fresh bundle: file name to content, and the packages inside. */
export async function makeBundle() {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      ...ENTRIES.map((name) => ({ in: `src/bin/${name}.ts`, out: name })),
      { in: 'src/library/library.ts', out: 'library' },
    ],
    outdir: DIST,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'ascii',
    minifySyntax: true,
    legalComments: 'none',
    plugins: [SHAKEN_CLIENT, NO_VARIABLES, NO_CANVAS],
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
  const packages = packagesIn(joined(result.metafile, (await bundlePageAssets()).metafile), ROOT);
  files.set('THIRD_PARTY_LICENSES.txt', licenses(packages)).set('sbom.cdx.json', billOfMaterials(packages, ROOT));
  files.set('library.d.ts', await libraryTypes(ROOT));
  return { files, packages };
}

/** What is inside the bundle, and inside the script of pages, which is a text of the bundle. */
function joined(bundle, page) {
  return { inputs: { ...bundle.inputs, ...page.inputs }, outputs: { ...bundle.outputs, ...page.outputs } };
}

/** The licence texts of all bundled packages, by name. */
function licenses(packages) {
  const entries = packages.map(({ name, version, license, folder }) => {
    const texts = readdirSync(join(ROOT, folder))
      .filter((file) => LICENSE_FILE.test(file))
      .sort();
    const body = texts.map((file) => readFileSync(join(ROOT, folder, file), 'utf8').trim()).join('\n\n');
    return `${name} ${version} (${license})\n\n${body || 'The package carries no licence text of its own.'}\n`;
  });
  return [...new Set(entries)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}
