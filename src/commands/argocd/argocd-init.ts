import { checkPacks, openPerfData } from '../../perfdb/perfdb.ts';
import { parseTarget } from '../../request/target.ts';
import { VERSION } from '../../version.ts';
import type { Command } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { withoutArguments } from './argocd.ts';
import { parameter, parseParameters, readParameterModels, setParameters } from './parameters.ts';

/** `argocd init`: fails before anything is read or rendered where the installation or a parameter is broken. */
export const ARGOCD_INIT: Command = {
  name: 'argocd init',
  synopsis: '',
  summary: 'Checks the data and the parameters of an application, before Argo CD generates it.',
  options: {},
  run: async (args, context) => init(withoutArguments(args, context)),
};

function init(context: Context): number {
  const { defaults, models } = parseParameters(context.env);
  if (defaults.target !== undefined) parseTarget(defaults.target, parameter('target'));
  readParameterModels(models, context.cwd);
  const data = openPerfData();
  checkPacks(data);
  const systems = new Set(data.index.packs.map(({ system }) => system)).size;
  const given = setParameters(context.env);
  // The log of the sidecar has what is on stderr; without any stdout it would have a warning as well.
  context.stderr(
    `dgdr-render ${VERSION}, ${data.release} with ${systems} systems\nparameters: ${JSON.stringify(given)}\n`,
  );
  context.stdout('ready\n');
  return 0;
}
