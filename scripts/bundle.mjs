/**
 * Bundles the tool into dist/: both entry points, chunks that load late, the licences of what is inside and its bill of
 * materials. The result is committed, so that hosts install nothing; `--check` fails when it differs from a fresh bundle.
 *
 *     node scripts/bundle.mjs [--check] [FOLDER]
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBundle } from './make-bundle.mjs';

const MODE_EXECUTABLE = 0o755;

function write(files, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) {
    writeFileSync(join(folder, name), text);
    if (text.startsWith('#!')) chmodSync(join(folder, name), MODE_EXECUTABLE);
  }
}

/** Names of files that are missing, stale, or left over. */
function differences(files, folder) {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const stale = [...files].filter(
    ([name, text]) => !there.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  return [...stale.map(([name]) => name), ...there.filter((name) => !files.has(name))];
}

const args = process.argv.slice(2);
const [folder = join(dirname(fileURLToPath(import.meta.url)), '../dist')] = args.filter((arg) => !arg.startsWith('--'));
const { files } = await makeBundle();
if (args.includes('--check')) {
  const names = differences(files, folder);
  if (names.length > 0) {
    console.error(`dist/ is not what src/ bundles to: ${names.join(', ')}\n  hint: npm run bundle`);
    process.exitCode = 1;
  }
} else {
  write(files, folder);
  console.log([...files].map(([name, text]) => `${String(text.length).padStart(9)}  dist/${name}`).join('\n'));
}
