import { join, resolve } from 'node:path';
import { dataRelease } from '../../perfdb/catalog.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';

/** `perfdb import`: makes the pack from a release of aiconfigurator. */
export const PERFDB_IMPORT: Command = {
  name: 'perfdb import',
  synopsis: 'WHEEL|FOLDER',
  summary: 'Packs the measured data of an aiconfigurator release.',
  details: 'Reads its wheel or the unpacked folder.\n',
  options: { output: { type: 'string', value: 'DIR', help: 'folder of the pack; default perfdb/X.Y, by its release' } },
  run: runImport,
};

async function runImport(args: Arguments, context: Context): Promise<number> {
  const [source, ...more] = args.positionals;
  if (source === undefined || more.length > 0) throw new UsageError('one wheel or folder was expected');
  // Parquet and zip are read by this command alone: loaded late, they cost the others nothing.
  const { importRelease } = await import('../../perfdb/import/import-release.ts');
  const outputOf = (version: string): string => args.text('output') ?? join('perfdb', dataRelease(version));
  const report = await importRelease(
    resolve(context.cwd, source),
    (version) => resolve(context.cwd, outputOf(version)),
    { onPack: context.isQuiet === true ? () => {} : (file) => context.stderr(`${file}\n`) },
  );
  const { version, index, bytes } = report;
  context.stdout(`${index.packs.length} packs of ${index.release}, ${bytes} bytes in ${outputOf(version)}\n`);
  return 0;
}
