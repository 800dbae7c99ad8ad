import { MAIN_CONTAINER } from '../../dgd/lens/v1beta1.ts';
import { findService, lensOf, mapServices, serviceArgs } from '../../dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../json.ts';
import { printRelease, releaseFacts } from '../../releases.ts';
import { invalid } from './override-check.ts';
import type { Overriding } from './override-merge.ts';

const PATCH = '$patch';

/**
 * The v1beta1 override with `$patch: {args: append}` carried out: the container's arguments follow the generated ones instead
 * of taking their place (from 1.5). Throws OVERRIDE_INVALID for other patches and where there is nothing to append.
 */
export function applyArgsPatches(graph: JsonObject, context: Overriding): JsonObject {
  const override = context.override.content;
  const { entries, podSpecPath } = lensOf(override);
  if (entries(override) === undefined) return override;
  const keys = [...podSpecPath, 'containers'];
  return mapServices(override, ({ name, path, object, podSpec: { containers } }) => {
    if (!Array.isArray(containers)) return object;
    const written = findService(context.request.overrides.dgd, name)?.path ?? path;
    const base = generatedArgs(graph, name);
    const patched = containers.map((one, position) =>
      patchContainer(one, { base, path: [...written.map(String), ...keys, String(position)] }, context),
    );
    return updateIn(object, keys, () => patched);
  });
}

/** Arguments of the component's generated containers by name. */
function generatedArgs(graph: JsonObject, component: string): ReadonlyMap<string, readonly string[]> {
  const containers = findService(graph, component)?.podSpec.containers;
  const names = Array.isArray(containers) ? containers.map((one) => String(getIn(one, 'name'))) : [];
  return new Map(names.map((name) => [name, name === MAIN_CONTAINER ? serviceArgs(graph, component) : []]));
}

interface Patching {
  /** Generated arguments by container. */
  readonly base: ReadonlyMap<string, readonly string[]>;
  /** Keys of the container in the override. */
  readonly path: readonly string[];
}

function patchContainer(container: Json, { base, path }: Patching, context: Overriding): Json {
  if (!isObject(container) || !Object.hasOwn(container, PATCH)) return container;
  const { [PATCH]: patch, ...rest } = container;
  const { target } = context.request;
  const refuse = (message: string, hint: string) => invalid([...path, PATCH], { message, hint }, context);
  if (!releaseFacts(target).hasArgsPatch) {
    const message = `${PATCH} came after Dynamo ${printRelease(target)}`;
    throw refuse(message, 'write the override as nvidia.com/v1alpha1, whose worker arguments are appended');
  }
  if (!isObject(patch) || Object.keys(patch).length !== 1 || patch.args !== 'append') {
    throw refuse(`${PATCH} is ${JSON.stringify(patch)}`, `the only patch is ${PATCH}: {args: append}`);
  }
  const generated = base.get(String(container.name)) ?? [];
  if (!Array.isArray(rest.args) || rest.args.length === 0 || generated.length === 0) {
    const what = generated.length === 0 ? 'no generated arguments' : 'no arguments of its own';
    throw refuse(`container ${String(container.name)} has ${what} to append to`, `remove ${PATCH}`);
  }
  return { ...rest, args: [...generated, ...rest.args] };
}
