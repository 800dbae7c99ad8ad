import { resolve } from 'node:path';
import { DATA_RELEASES, openCatalog } from '../perfdb/catalog.ts';
import { diffData } from '../perfdb/diff.ts';
import { diffJson, diffLines } from '../perfdb/diff-output.ts';
import { openPerfData, type PerfData } from '../perfdb/perfdb.ts';
import { type Arguments, type Command, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { jsonText } from './cli/json-text.ts';
import { oneOf } from './cli/request-options.ts';

/** `perfdb diff`: what one release of measured data has and another has not. */
export const PERFDB_DIFF: Command = {
  name: 'perfdb diff',
  synopsis: 'A B',
  summary: 'Says what changed between two releases of measured data.',
  details: `A and B are releases of this package (${DATA_RELEASES.join(', ')}) or folders that perfdb import wrote.\n`,
  options: { format: { type: 'string', value: 'NAME', help: 'text (default) or json' } },
  run: runDiff,
};

async function runDiff(args: Arguments, context: Context): Promise<number> {
  const [from, to, ...more] = args.positionals;
  if (from === undefined || to === undefined || more.length > 0) throw new UsageError('two releases were expected');
  const isJson = oneOf(args, 'format', ['json', 'text']) === 'json';
  const catalog = openCatalog();
  const open = (name: string): PerfData => {
    const release = DATA_RELEASES.find((known) => known === name);
    return release === undefined ? openPerfData(resolve(context.cwd, name)) : catalog(release);
  };
  const difference = diffData(open(from), open(to));
  context.stdout(isJson ? `${jsonText(diffJson(difference), 1)}\n` : `${diffLines(difference).join('\n')}\n`);
  return 0;
}
