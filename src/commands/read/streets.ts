import type { Finding } from '../../errors.ts';
import { projectRoot, type Root } from '../../files/root.ts';
import type { Resource } from '../../krm/resource.ts';
import { isLike, type SuppliedModels } from '../../profile/supplied-models.ts';
import type { Street } from '../../render/render.ts';
import type { Layer, Resolved } from '../../request/layers.ts';
import type { ModelSetting } from '../../request/value-kinds.ts';
import type { Context } from '../cli/context.ts';
import { toFindings } from '../cli/to-findings.ts';
import { fetchedModels } from './fetched-models.ts';
import { type ModelSource, readModelConfigs } from './model-configs.ts';

/** A host, and where the paths of its models lead. */
interface ModelHost {
  readonly host: Layer;
  readonly root: Root;
  /** The models of the host with the field or option that names each. */
  readonly named?: ModelNames | undefined;
}

export type ModelNames = (models: readonly ModelSetting[]) => readonly ModelSource[];

/** Something, or why there is none. */
type Result<T> = { readonly value: T } | { readonly errors: readonly Finding[] };

/**
 * Opens streets, one for all requests of which the same is said of models. Throws what is wrong with models of the host; of
 * those of a project file, and of configurations that were fetched, it gives the findings.
 */
export function openStreets(
  modelHost: ModelHost,
  context: Pick<Context, 'openStreet'>,
): (resolved: Resolved, request: Resource) => Result<Street> {
  const { host, root } = modelHost;
  const fetchedFor = fetchedModels(root);
  const likes = readModelConfigs(host.settings.modelLikes ?? [], root);
  const openWith = (own: SuppliedModels, fetched: readonly ModelSource[]): Result<Street> => {
    const read = attempt(() => readModelConfigs(fetched, projectRoot(root)));
    return 'errors' in read ? read : { value: context.openStreet(strongest([own, read.value, likes])) };
  };
  const said = new Map<readonly ModelSetting[] | undefined, Result<SuppliedModels>>();
  const streets = new Map<string, Result<Street>>();
  return (resolved, request) => {
    const { models } = resolved.settings;
    const own = said.get(models) ?? readSaid(resolved, modelHost);
    said.set(models, own);
    if ('errors' in own) return own;
    const id = String(Object(request.object.spec).model ?? '');
    const config = fetchedFor(id, request.origin.file);
    const key = `${[...said.keys()].indexOf(models)}\n${config ?? ''}`;
    const street = streets.get(key) ?? openWith(own.value, config === undefined ? [] : [{ id, config }]);
    streets.set(key, street);
    return street;
  };
}

/** Of what is said of a model a configuration counts before what it is like, then the first one. */
function strongest(voices: readonly SuppliedModels[]): SuppliedModels {
  const all = voices.flatMap((voice) => Object.entries(voice));
  const [alike, described] = [true, false].map((wanted) => all.filter(([, model]) => isLike(model) === wanted));
  return Object.fromEntries([...(alike ?? []).reverse(), ...(described ?? []).reverse()]);
}

/** What the host, or the project file that counts, says of models. */
function readSaid(
  { settings: { models }, sourceOf }: Resolved,
  { host, root, named }: ModelHost,
): Result<SuppliedModels> {
  if (models === undefined) return { value: {} };
  if (models === host.settings.models) return { value: readModelConfigs(named?.(models) ?? models, root) };
  const source = sourceOf('models');
  const sources = models.map((model, i) => {
    const field = `spec.models[${i}].${model.config === undefined ? 'like' : 'config'}`;
    return { ...model, field, origin: source?.locate?.(field) };
  });
  return attempt(() => readModelConfigs(sources, projectRoot(root)));
}

function attempt<T>(make: () => T): Result<T> {
  try {
    return { value: make() };
  } catch (error) {
    return { errors: toFindings(error) };
  }
}
