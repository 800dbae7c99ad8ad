import type { JsonObject } from '../../json.ts';
import { type ModelDescription, PLACE_STATUSES, type PlaceStatus } from '../../profile/describe-model.ts';
import { BACKENDS, type Backend } from '../../serving.ts';
import { markdownTable } from '../../tables/markdown.ts';
import { formatTable } from '../../tables/text.ts';

/** How a list of models is written. */
export const LIST_FORMATS = ['text', 'json', 'markdown'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** A list of models, and of what came of each at which places. */
interface ModelList {
  readonly models: readonly ModelDescription[];
  readonly backends: readonly Backend[];
}

const WRITERS: Readonly<Record<ListFormat, (list: ModelList) => string>> = {
  text: (list) =>
    formatTable(
      headingOf(list),
      list.models.map((model) => rowOf(model, list, countWords)),
    ),
  json: ({ models }) => `${JSON.stringify({ schemaVersion: 1, models: models.map(modelJson) }, undefined, 1)}\n`,
  markdown: (list) =>
    markdownTable(
      headingOf(list),
      list.models.map((model) => rowOf(model, list, skuWords)),
    ),
};

/** A list of models as text; where one card is asked for, a word says what comes of it there. */
export function formatModels(format: ListFormat, list: ModelList): string {
  return WRITERS[format](list);
}

/** A description as JSON, what is not known null. */
export function modelJson({ places, ...model }: ModelDescription): JsonObject {
  const { like = null, family = null, contextLength = null, weightsGib, ...rest } = model;
  const known = { ...rest, like, family, contextLength, weightsGib: Number(weightsGib.toFixed(2)) };
  return { ...known, places: places.map(({ sku, backend, status }) => ({ gpuSku: sku, backend, status })) };
}

function headingOf({ backends }: ModelList): readonly string[] {
  return ['model', 'family', 'parameters', 'weights', 'precision', 'context', ...backends];
}

type Words = (places: ModelDescription['places']) => string;

function rowOf(model: ModelDescription, { backends }: ModelList, words: Words): readonly string[] {
  const { id, family = '-', precision, contextLength = '-', places } = model;
  return [
    ...[id, family, parametersInWords(model.parameters), `${model.weightsGib.toFixed(1)} GiB`, precision],
    String(contextLength),
    ...backends.map((backend) => words(places.filter((place) => place.backend === backend))),
  ];
}

/** `8.20 B`, `1.57 T`. */
export function parametersInWords(parameters: number): string {
  if (parameters >= 999.5e9) return `${(parameters / 1e12).toPrecision(3)} T`;
  return `${(parameters / 1e9).toPrecision(parameters < 1e9 ? 2 : 3)} B`;
}

/** On one card what comes of it, on several on how many it is measured. */
function countWords(places: ModelDescription['places']): string {
  if (places.length < 2) return places[0]?.status ?? '-';
  const count = placesWith('measured', places).length;
  return count === 0 ? '-' : `${count} of ${places.length}`;
}

function skuWords(places: ModelDescription['places']): string {
  return placesWith('measured', places).join(' ') || '-';
}

/** Cards on which a model comes to something. */
function placesWith(status: PlaceStatus, places: ModelDescription['places']): readonly string[] {
  return places.filter((place) => place.status === status).map(({ sku }) => sku);
}

/** What comes of a model with each backend, a line for each backend and what it comes to. */
export function placeRows({ places }: ModelDescription): readonly (readonly string[])[] {
  return BACKENDS.flatMap((backend) =>
    PLACE_STATUSES.flatMap((status) => {
      const skus = placesWith(
        status,
        places.filter((place) => place.backend === backend),
      );
      return skus.length === 0 ? [] : [[backend, status, skus.join(' ')]];
    }),
  );
}
