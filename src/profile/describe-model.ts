import { type Architecture, type ModelConfig, parseArchitecture } from '../models/architecture.ts';
import { isModelled } from '../models/model.ts';
import { toSku } from '../request/skus.ts';
import { BACKENDS, type Backend } from '../serving.ts';
import { foreignEngine } from './answering.ts';
import type { Engine, Engines } from './engines.ts';
import { measuredAt } from './measured.ts';
import { lookUpModel } from './models.ts';
import { isPriced } from './priced.ts';
import { askAt } from './support-gate.ts';
import { hasOtherWeights } from './unpriced.ts';

/** What comes of a model at a place: ranked by measurements, sized from memory, or refused for want of data. */
export const PLACE_STATUSES = ['measured', 'sized', 'refused'] as const;
export type PlaceStatus = (typeof PLACE_STATUSES)[number];

/** A backend on a card. */
export interface Place {
  /** The card, as requests write it. */
  readonly sku: string;
  /** The engine's name of it. */
  readonly system: string;
  readonly backend: Backend;
}

/** What is known of a model, and what comes of it where. */
export interface ModelDescription {
  readonly id: string;
  /** The bundled model that it is another name or checkpoint of. */
  readonly like: string | undefined;
  readonly architecture: string;
  /** Undefined where no engine models it. */
  readonly family: string | undefined;
  /** As its publisher counts them, else as its configuration implies. */
  readonly parameters: number;
  readonly weightsGib: number;
  /** What its matrices are kept in. */
  readonly precision: string;
  /** In tokens; undefined where the configuration does not say it. */
  readonly contextLength: number | undefined;
  readonly places: readonly (Place & { readonly status: PlaceStatus })[];
}

const GIB = 2 ** 30;
const PLAIN = 'bfloat16';
/** GPUs of the largest worker that is tried. */
const TRIED_GPUS = 32;

/** Cards and backends that an engine has data of, in the order of their names. */
export function placesOf({ data }: Engine): readonly Place[] {
  return Object.keys(data.systems)
    .sort()
    .flatMap((system) => BACKENDS.map((backend) => ({ sku: toSku(system), system, backend })))
    .filter(({ system, backend }) => data.database(system, backend) !== undefined);
}

/** Ids of the models that are described without a configuration, by whatever data, other names of theirs aside. */
export function describedModels({ data, known }: Engine): readonly string[] {
  return [...new Set([...Object.keys(data.models().models), ...(known?.described() ?? [])])].sort();
}

/** The other names and checkpoints that have the shape of a model. */
export function namesLike(id: string, { known }: Engine): readonly string[] {
  return (known?.aliases() ?? []).filter((alias) => known?.alias(alias)?.like === id).sort();
}

/** What a model is described by. */
interface Described {
  readonly places: readonly Place[];
  /** All engines, of which another one may answer for a family that the target's does not have. */
  readonly engines: Engines;
  /** A configuration of the user's. */
  readonly own?: ModelConfig | undefined;
}

/**
 * Describes a model at some places, by its id alone or by a configuration of the user's.
 * @throws RenderError MODEL_UNKNOWN, MODEL_INVALID, FAMILY_UNSUPPORTED or LIMIT_EXCEEDED
 */
export function describeModel(id: string, engine: Engine, { places, engines, own }: Described): ModelDescription {
  const { files, like } = own === undefined ? lookUpModel(id, engine) : { files: own, like: undefined };
  const architecture = { ...parseArchitecture(id, files), ...(like !== undefined && { like }) };
  const { weights, name, family, contextLength } = architecture;
  const answering = foreignEngine(engine, family, engines) ?? engine;
  return {
    ...{ id, like, architecture: name, family, contextLength },
    parameters: (own === undefined ? engine.known?.parameters(id) : undefined) ?? weights.parameters,
    weightsGib: weights.bytes / GIB,
    precision: weights.precision ?? PLAIN,
    places: places.map((place) => ({ ...place, status: statusAt(place, architecture, answering) })),
  };
}

/** Whether a configuration can be used. @throws RenderError MODEL_INVALID, FAMILY_UNSUPPORTED or LIMIT_EXCEEDED */
export function requireUsable(id: string, files: ModelConfig): void {
  parseArchitecture(id, files);
}

function statusAt(place: Place, architecture: Architecture, engine: Engine): PlaceStatus {
  const { data } = engine;
  const { source, isSupported } = askAt(place, { architecture, data });
  if (!isSupported || !isModelled(architecture)) return 'sized';
  if (isMeasured(place, architecture, engine)) return 'measured';
  const isRefused = !hasOtherWeights(architecture) && (source === 'matrix' || isSomewhere(architecture, engine));
  return isRefused ? 'refused' : 'sized';
}

function isMeasured(place: Place, architecture: Architecture, engine: Engine): boolean {
  const measured = measuredAt(place, engine);
  return measured !== undefined && isPriced(architecture, measured, TRIED_GPUS);
}

/** Whether any place has data for a model for which runs vouch there. */
function isSomewhere(architecture: Architecture, engine: Engine): boolean {
  const { data } = engine;
  return placesOf(engine).some((place) => {
    return askAt(place, { architecture, data }).isSupported && isMeasured(place, architecture, engine);
  });
}
