import { resolve } from 'node:path';
import { type Arguments, type Command, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';

/** `perfdb import`: makes the pack from a release of aiconfigurator. */
export const PERFDB_IMPORT: Command = {
  name: 'perfdb import',
  synopsis: 'WHEEL|FOLDER',
  summary: 'Packs the measured data of an aiconfigurator release.',
  details: 'Reads its wheel or the unpacked folder.\n',
  options: { output: { type: 'string', value: 'DIR', help: 'folder of the pack; default perfdb' } },
  run: runImport,
};

async function runImport(args: Arguments, context: Context): Promise<number> {
  const [source, ...more] = args.positionals;
  if (source === undefined || more.length > 0) throw new UsageError('one wheel or folder was expected');
  const output = args.text('output') ?? 'perfdb';
  // Parquet and zip are read by this command alone: loaded late, they cost the others nothing.
  const { importRelease } = await import('../perfdb/import/import-release.ts');
  const report = await importRelease(resolve(context.cwd, source), resolve(context.cwd, output), {
    onPack: (file) => context.stderr(`${file}\n`),
  });
  context.stdout(`${report.index.packs.length} packs of ${report.index.release}, ${report.bytes} bytes in ${output}\n`);
  return 0;
}
