import { DATA_RELEASES, openCatalog } from '../../perfdb/catalog.ts';
import { openKnownModels } from '../../perfdb/known-models.ts';
import { checkPacks, type PerfData } from '../../perfdb/perfdb.ts';
import { DEFAULTS } from '../../request/defaults.ts';
import { parseTarget } from '../../request/target.ts';
import { VERSION } from '../../version.ts';
import type { Command } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { jsonText } from '../cli/json-text.ts';
import { readModelConfigs } from '../read/model-configs.ts';
import { rootOf, withoutArguments } from './argocd.ts';
import { nameParameterModels, parameter, parseParameters, setParameters } from './parameters.ts';

/** `argocd init`: fails before anything is read or rendered where the installation or a parameter is broken. */
export const ARGOCD_INIT: Command = {
  name: 'argocd init',
  synopsis: '',
  summary: 'Checks the data and the parameters of an application, before Argo CD generates it.',
  options: {},
  run: async (args, context) => init(withoutArguments(args, context)),
};

function init(context: Context): number {
  const { settings } = parseParameters(context.env).layer;
  if (settings.target !== undefined) parseTarget(settings.target, parameter(DEFAULTS.target.parameter.name));
  readModelConfigs(nameParameterModels(settings.models ?? []), rootOf(context));
  const measured = DATA_RELEASES.map(openCatalog());
  measured.forEach(checkPacks);
  openKnownModels(() => []).ids();
  const given = setParameters(context.env);
  // The log of the sidecar has what is on stderr; without any stdout it would have a warning as well.
  const notes = `dgdr-render ${VERSION}, ${measured.map(inWords).join(', ')}\nparameters: ${jsonText(given)}\n`;
  if (context.isQuiet !== true) context.stderr(notes);
  context.stdout('ready\n');
  return 0;
}

function inWords({ release, index }: PerfData): string {
  return `${release} with ${new Set(index.packs.map(({ system }) => system)).size} systems`;
}
