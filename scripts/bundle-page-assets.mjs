/** Bundles what runs in the browser of a page, in memory. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The script and the style of pages as texts, and what is inside. */
export async function bundlePageAssets() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { script: 'src/page/browser/main.ts', style: 'src/page/browser/page.css' },
    outdir: 'page',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text.trim();
  return { assets: { script: textOf('.js'), style: textOf('.css') }, metafile };
}
