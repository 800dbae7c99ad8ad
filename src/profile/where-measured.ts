import { RenderError } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { ProfileRequest } from '../request/request.ts';
import { toSku } from '../request/skus.ts';
import { BACKENDS, type Backend } from '../serving.ts';
import type { Engine } from './engines.ts';
import { glanceAt, type MeasuredPlace, wantedBackends } from './measured.ts';
import { isPriced } from './priced.ts';
import { askAt, canAssume } from './support-gate.ts';

/** Where a model has recorded runs and the data that it is modelled with. */
export interface Measured {
  /** Backends on the card of the request, besides those that it names. */
  readonly backends: readonly Backend[];
  /** Cards with the backend of the request, with any for `auto`; as `gpuSku` writes them. */
  readonly skus: readonly string[];
  /** Other backends on other cards, where there is nothing of both. */
  readonly elsewhere: readonly { readonly backend: Backend; readonly skus: readonly string[] }[];
}

/** Looks through all data for places where a model can be ranked. */
export function whereMeasured(request: ProfileRequest, architecture: Architecture, engine: Engine): Measured {
  if (architecture.model === 'unmodelled') return { backends: [], skus: [], elsewhere: [] };
  const { system } = request.hardware;
  const hasPrices = pricedTest(architecture, engine, request.hardware.totalGpus);
  const isMeasured = (place: MeasuredPlace): boolean => {
    const answer = askAt(place, { architecture, data: engine.data });
    const isRanked = answer.isSupported || (request.support === 'assumed' && canAssume(answer, architecture));
    return isRanked && hasPrices(place);
  };
  const wanted = wantedBackends(request);
  const others = BACKENDS.filter((backend) => !wanted.includes(backend));
  const cards = Object.keys(engine.data.systems).filter((name) => name !== system);
  const cardsWith = (backends: readonly Backend[]): readonly string[] =>
    cards.filter((name) => backends.some((backend) => isMeasured({ system: name, backend }))).map(toSku);
  const backends = others.filter((backend) => isMeasured({ system, backend }));
  const skus = cardsWith(wanted);
  const isNowhere = backends.length === 0 && skus.length === 0;
  const elsewhere = isNowhere ? others.map((backend) => ({ backend, skus: cardsWith([backend]) })) : [];
  return { backends, skus, elsewhere: elsewhere.filter((place) => place.skus.length > 0) };
}

/**
 * Whether places have data for a model within so many GPUs, looked up once: many requests ask it of the same few models, and of
 * every place. Engines that share data keep answers of their own.
 */
function pricedTest(architecture: Architecture, engine: Engine, totalGpus: number): (place: MeasuredPlace) => boolean {
  const key = JSON.stringify([engine.revision.name, architecture, totalGpus]);
  return (place) => {
    const database = engine.data.database(place.system, place.backend);
    const known = database?.derived(pricedTest, () => new Map<string, boolean>());
    if (known === undefined) return false;
    const measured = known.has(key) ? undefined : glanceAt(place, engine);
    const answer = known.get(key) ?? (measured !== undefined && isPriced(architecture, measured, totalGpus));
    known.set(key, answer);
    return answer;
  };
}

/** Whether no place but those of the request has data. */
export function isNowhere({ backends, skus, elsewhere }: Measured): boolean {
  return backends.length + skus.length + elsewhere.length === 0;
}

/** `with sglang and trtllm on h200_sxm, and with vllm on b200_sxm`; undefined where it is measured nowhere. */
export function placesInWords(
  { backends, skus, elsewhere }: Measured,
  { backend, hardware }: ProfileRequest,
): string | undefined {
  const all = [
    ...(backends.length === 0 ? [] : [`with ${inWords(backends, 'or')} on ${hardware.gpuSku}`]),
    ...(skus.length === 0 ? [] : [`${withBackend(backend)}on ${inWords(skus, 'or')}`]),
    ...elsewhere.map((place) => `with ${place.backend} on ${inWords(place.skus, 'or')}`),
  ];
  return all.length === 0 ? undefined : all.join(', or ');
}

function withBackend(backend: ProfileRequest['backend']): string {
  return backend === 'auto' ? '' : `with ${backend} `;
}

/** Whether an error says that there is no data for a request. */
export function isNotMeasured(error: unknown): error is RenderError {
  return error instanceof RenderError && error.code === 'NOT_MEASURED';
}

/** Ways out of a request that nothing was measured for. */
interface Ways extends Measured {
  /** Whether it would be sized from memory if it did not assume support. */
  readonly isSizedUnassumed: boolean;
}

/** The same error with the backends and cards that have data for the model. */
export function sayWhere(
  error: RenderError,
  request: ProfileRequest,
  { backends, skus, elsewhere, isSizedUnassumed }: Ways,
): RenderError {
  const { message, path, origin } = error;
  const { backend, hardware } = request;
  const ways = [
    ...(backends.length === 0
      ? []
      : [`set spec.backend to ${inWords([...backends, 'auto'], 'or')}: there is data for it on ${hardware.gpuSku}`]),
    ...(skus.length === 0 ? [] : [`${withBackend(backend)}there is data for it on ${inWords(skus, 'and')}`]),
    ...elsewhere.map((place) => `with ${place.backend} there is data for it on ${inWords(place.skus, 'and')}`),
    ...(isSizedUnassumed ? ['leave support out to have it sized from memory'] : []),
  ];
  const nowhere = 'no data of this release ranks the model on any GPU; make some with `dgdr-render perfdb import`';
  return new RenderError('NOT_MEASURED', { message, path, origin, hint: ways.join('; ') || nowhere });
}

/** `a, b and c`. */
function inWords(names: readonly string[], last: 'and' | 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}
