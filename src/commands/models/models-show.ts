import { commandLineRoot, projectRoot } from '../../files/root.ts';
import { describeModel, type ModelDescription, namesLike } from '../../profile/describe-model.ts';
import { openEngines } from '../../profile/engines.ts';
import { isLike } from '../../profile/supplied-models.ts';
import { markdownTable } from '../../tables/markdown.ts';
import { formatTable } from '../../tables/text.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { oneOf } from '../cli/request-options.ts';
import { fetchedModels } from '../read/fetched-models.ts';
import { readModelConfigs } from '../read/model-configs.ts';
import { LIST_FORMATS, type ListFormat, modelJson, parametersInWords, placeRows } from './model-table.ts';
import { engineFor, PLACE_OPTIONS, placesFor } from './places.ts';

/** `models show`: one model. */
export const MODELS_SHOW: Command = {
  name: 'models show',
  synopsis: 'ID',
  summary: 'Says what is known of a model, under which names, and where it is measured.',
  details: 'A configuration that models add put above the working directory counts before a bundled one.\n',
  options: {
    ...PLACE_OPTIONS,
    format: { type: 'string', value: 'NAME', help: `${LIST_FORMATS.join(', ')}; text by default` },
  },
  run: async (args, context) => show(args, context),
};

/** A model, where its configuration is from, and its other names. */
interface Shown {
  readonly model: ModelDescription;
  readonly from: string;
  readonly names: readonly string[];
}

function show(args: Arguments, { cwd, stdout }: Context): number {
  const [id, ...others] = args.positionals;
  if (id === undefined || others.length > 0) throw new UsageError('one model id was expected');
  const engines = openEngines();
  const engine = engineFor(args, engines);
  const places = placesFor(args, engine);
  const root = commandLineRoot(cwd);
  const fetched = fetchedModels(root)(id);
  const read = fetched === undefined ? undefined : readModelConfigs([{ id, config: fetched }], projectRoot(root))[id];
  const own = read === undefined || isLike(read) ? undefined : read;
  const model = describeModel(id, engine, { places, engines, own });
  const from = fetched ?? (model.like === undefined ? 'bundled' : `the shape of ${model.like}`);
  stdout(WRITERS[oneOf(args, 'format', LIST_FORMATS) ?? 'text']({ model, from, names: namesLike(id, engine) }));
  return 0;
}

const WRITERS: Readonly<Record<ListFormat, (shown: Shown) => string>> = {
  text: ({ model, from, names }) =>
    [
      formatTable(['', model.id], factRows(model, from)),
      formatTable(['backend', 'what comes of it', 'cards'], placeRows(model)),
      names.length === 0 ? '' : `other names: ${names.join(', ')}\n`,
    ]
      .filter((part) => part !== '')
      .join('\n'),
  json: ({ model, from, names }) =>
    `${JSON.stringify({ schemaVersion: 1, ...modelJson(model), from, names: [...names] }, undefined, 1)}\n`,
  markdown: ({ model, from, names }) =>
    [
      markdownTable(['', model.id], factRows(model, from)),
      markdownTable(['backend', 'what comes of it', 'cards'], placeRows(model)),
      names.length === 0 ? '' : `Other names: ${names.join(', ')}\n`,
    ]
      .filter((part) => part !== '')
      .join('\n'),
};

function factRows(model: ModelDescription, from: string): readonly (readonly string[])[] {
  const { architecture, family = 'none that is modelled', contextLength, precision } = model;
  return [
    ['architecture', architecture],
    ['family', family],
    ['parameters', parametersInWords(model.parameters)],
    ['weights', `${model.weightsGib.toFixed(1)} GiB in ${precision}`],
    ['context', contextLength === undefined ? 'not said' : `${contextLength} tokens`],
    ['configuration', from],
  ];
}
