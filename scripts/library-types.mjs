/** Makes the types of the library: one file that names nothing outside of it, since what it is made from is not shipped. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

/** Modules whose types have no names have no declarations; what the library names is none of them, or it is missed below. */
const UNDECLARED = {
  name: 'undeclared',
  resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.')) return null;
    const file = join(dirname(importer), source.replace(/\.ts$/, '.d.ts'));
    return existsSync(file) ? null : { id: source, external: true };
  },
};

/** The text of `library.d.ts` for the repository at `root`. */
export async function libraryTypes(root) {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-types-'));
  try {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const args = [compiler, '-p', join(root, 'tsconfig.library.json'), '--noCheck', '--outDir', folder];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const input = join(folder, 'library/library.d.ts');
    if (!existsSync(input)) throw new Error(`no types of the library: ${stdout}${stderr}`);
    const bundle = await rolldown({ input, plugins: [UNDECLARED, dts({ dtsInput: true, tsconfig: false })] });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    // Names of folders differ from machine to machine, and say nothing.
    const types = output[0].code.replace(/^\/\/#(?:end)?region.*\n/gm, '');
    const missed = /^import .*/m.exec(types);
    if (missed !== null) throw new Error(`the types of the library name something outside: ${missed[0]}`);
    return types;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
