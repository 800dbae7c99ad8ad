import { describedModels, describeModel } from '../../profile/describe-model.ts';
import { openEngines } from '../../profile/engines.ts';
import { BACKENDS } from '../../serving.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { oneOf } from '../cli/request-options.ts';
import { formatModels, LIST_FORMATS } from './model-table.ts';
import { engineFor, PLACE_OPTIONS, placesFor } from './places.ts';

/** `models list`: what is known without a configuration, and where each is measured. */
export const MODELS_LIST: Command = {
  name: 'models list',
  synopsis: '',
  summary: 'Lists the models that are bundled, and where they are measured.',
  details:
    'Each with its family, parameters, weights, precision and context, and for each backend the cards on which it is ranked\n' +
    'by measurements; with --gpu whether it is measured there, sized from memory, or refused for want of data.\n',
  options: {
    ...PLACE_OPTIONS,
    format: { type: 'string', value: 'NAME', help: `${LIST_FORMATS.join(', ')}; text by default` },
  },
  run: async (args, context) => list(args, context),
};

function list(args: Arguments, { stdout }: Context): number {
  if (args.positionals.length > 0) throw new UsageError('no argument was expected');
  const engines = openEngines();
  const engine = engineFor(args, engines);
  const places = placesFor(args, engine);
  const models = describedModels(engine).map((id) => describeModel(id, engine, { places, engines }));
  const backends = BACKENDS.filter((backend) => places.some((place) => place.backend === backend));
  stdout(formatModels(oneOf(args, 'format', LIST_FORMATS) ?? 'text', { models, backends }));
  return 0;
}
