import { findService, serviceArgs } from '../../dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import { printRelease, releaseFacts } from '../../releases.ts';
import type { Request } from '../../request/request.ts';
import { invalid } from './override-check.ts';

const PATCH = '$patch';
type Refuse = (path: readonly string[], message: string, hint: string) => Error;

/**
 * A v1beta1 override with `$patch: {args: append}` carried out: the container's arguments follow the generated ones instead
 * of taking their place (from 1.5). Throws OVERRIDE_INVALID for other patches and where there is nothing to append.
 */
export function applyArgsPatches(override: JsonObject, graph: JsonObject, request: Request): JsonObject {
  const { spec } = override;
  const components = getIn(spec, 'components');
  if (!isObject(spec) || !Array.isArray(components)) return override;
  const refuse: Refuse = (path, message, hint) => invalid(request, path, message, hint);
  const patched = components.map((component, index) => {
    const containers = getIn(component, 'podTemplate', 'spec', 'containers');
    if (!isObject(component) || !Array.isArray(containers)) return component;
    const written = findService(request.overrides.dgd, String(component.name))?.path.map(String);
    const path = [...(written ?? ['spec', 'components', String(index)]), 'podTemplate', 'spec', 'containers'];
    const base = generatedArgs(graph, String(component.name));
    const next = containers.map((one, position) =>
      patchContainer(one, [...path, String(position)], { base, request, refuse }),
    );
    return withContainers(component, next);
  });
  return { ...override, spec: { ...spec, components: patched } };
}

/** Arguments of the component's generated containers by name. */
function generatedArgs(graph: JsonObject, component: string): ReadonlyMap<string, readonly string[]> {
  const containers = findService(graph, component)?.podSpec.containers;
  const names = Array.isArray(containers) ? containers.map((one) => String(getIn(one, 'name'))) : [];
  return new Map(names.map((name) => [name, name === 'main' ? serviceArgs(graph, component) : []]));
}

interface Patching {
  readonly base: ReadonlyMap<string, readonly string[]>;
  readonly request: Request;
  readonly refuse: Refuse;
}

function patchContainer(container: Json, path: readonly string[], { base, request, refuse }: Patching): Json {
  if (!isObject(container) || !Object.hasOwn(container, PATCH)) return container;
  const { [PATCH]: patch, ...rest } = container;
  const place = [...path, PATCH];
  if (!releaseFacts(request.target).hasArgsPatch) {
    const message = `${PATCH} came after Dynamo ${printRelease(request.target)}`;
    throw refuse(place, message, 'write the override as nvidia.com/v1alpha1, whose worker arguments are appended');
  }
  if (!isObject(patch) || Object.keys(patch).length !== 1 || patch.args !== 'append') {
    throw refuse(place, `${PATCH} is ${JSON.stringify(patch)}`, `the only patch is ${PATCH}: {args: append}`);
  }
  const generated = base.get(String(container.name)) ?? [];
  if (!Array.isArray(rest.args) || rest.args.length === 0 || generated.length === 0) {
    const what = generated.length === 0 ? 'no generated arguments' : 'no arguments of its own';
    throw refuse(place, `container ${String(container.name)} has ${what} to append to`, `remove ${PATCH}`);
  }
  return { ...rest, args: [...generated, ...rest.args] };
}

function withContainers(component: JsonObject, containers: Json[]): JsonObject {
  const podTemplate = isObject(component.podTemplate) ? component.podTemplate : {};
  const podSpec = isObject(podTemplate.spec) ? podTemplate.spec : {};
  return { ...component, podTemplate: { ...podTemplate, spec: { ...podSpec, containers } } };
}
