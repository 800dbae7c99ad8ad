import { DATA_RELEASES, type DataRelease, openCatalog } from '../../perfdb/catalog.ts';
import { showJson, showLines } from '../../perfdb/show.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { jsonText } from '../cli/json-text.ts';
import { oneOf } from '../cli/request-options.ts';

/** `perfdb show`: what the packs hold and where it came from. */
export const PERFDB_SHOW: Command = {
  name: 'perfdb show',
  synopsis: '[RELEASE...]',
  summary: 'Lists systems, backends, versions, tables, rows and sources of the measured data.',
  details: `Releases of this package: ${DATA_RELEASES.join(', ')}; default: all.\n`,
  options: {
    format: { type: 'string', value: 'NAME', help: 'text (default) or json' },
    system: { type: 'string', value: 'NAME', help: 'only this system' },
    backend: { type: 'string', value: 'NAME', help: 'only this backend' },
  },
  run: runShow,
};

/** The release of a name; a name that is none is a usage error. */
function releaseOf(name: string): DataRelease {
  const release = DATA_RELEASES.find((known) => known === name);
  if (release === undefined) throw new UsageError(`${name} is not one of ${DATA_RELEASES.join(', ')}`);
  return release;
}

async function runShow(args: Arguments, context: Context): Promise<number> {
  const isJson = oneOf(args, 'format', ['json', 'text']) === 'json';
  const catalog = openCatalog();
  const names = args.positionals.length > 0 ? args.positionals.map(releaseOf) : DATA_RELEASES;
  const indexes = names.map((name) => catalog(name).index);
  const packs = indexes.flatMap((index) => index.packs);
  const namesOf = (field: 'system' | 'backend') => [...new Set(packs.map((pack) => pack[field]))].sort();
  const only = {
    system: oneOf(args, 'system', namesOf('system')),
    backend: oneOf(args, 'backend', namesOf('backend')),
  };
  const json = { schemaVersion: 1, releases: indexes.map((index) => showJson(index, only)) };
  const lines = indexes.flatMap((index) => showLines(index, only));
  context.stdout(isJson ? `${jsonText(json, 1)}\n` : `${lines.join('\n')}\n`);
  return 0;
}
