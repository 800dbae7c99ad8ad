import { DATA_RELEASES, openCatalog } from '../perfdb/catalog.ts';
import { showJson, showLines } from '../perfdb/show.ts';
import { type Arguments, type Command, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { oneOf } from './cli/request-options.ts';

/** `perfdb show`: what the pack holds and where it came from. */
export const PERFDB_SHOW: Command = {
  name: 'perfdb show',
  synopsis: '',
  summary: 'Lists systems, backends, versions, tables, rows and sources of the measured data.',
  options: {
    format: { type: 'string', value: 'NAME', help: 'text (default) or json' },
    system: { type: 'string', value: 'NAME', help: 'only this system' },
    backend: { type: 'string', value: 'NAME', help: 'only this backend' },
  },
  run: runShow,
};

async function runShow(args: Arguments, context: Context): Promise<number> {
  if (args.positionals.length > 0) throw new UsageError('no argument was expected');
  const isJson = oneOf(args, 'format', ['json', 'text']) === 'json';
  const [newest] = DATA_RELEASES;
  const { index } = openCatalog()(newest);
  const only = { system: args.text('system'), backend: args.text('backend') };
  context.stdout(
    isJson ? `${JSON.stringify(showJson(index, only), undefined, 1)}\n` : `${showLines(index, only).join('\n')}\n`,
  );
  return 0;
}
