/**
 * Writes src/page/assets.json: the script and the style of pages, bundled from src/page/browser. `--check` fails where the file
 * is not what the sources bundle to.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePageAssets } from './bundle-page-assets.mjs';

const FILE = join(fileURLToPath(new URL('..', import.meta.url)), 'src/page/assets.json');

const { assets } = await bundlePageAssets();
const text = `${JSON.stringify(assets, undefined, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
  console.log(`${String(text.length).padStart(9)}  src/page/assets.json`);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  console.error('src/page/assets.json is not what src/page/browser bundles to\n  hint: npm run page-assets');
  process.exitCode = 1;
}
