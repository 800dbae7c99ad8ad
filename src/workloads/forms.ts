import { claimMounts } from '../dgd/beta/claims.ts';
import { type Part, partAt } from '../dgd/beta/part.ts';
import { podMembers } from '../dgd/beta/pod.ts';
import type { GraphService } from '../dgd/lens/lens.ts';
import type { Graph } from '../dgd/services.ts';
import { nodeCount, WORKER_TYPES } from '../dgd/services.ts';
import { getIn, type Json, type JsonObject } from '../json.ts';
import { isFilled, listIn, objectIn, wholeNumber } from '../json-reading.ts';
import type { GraphVersion } from '../releases.ts';
import type { Component } from './component.ts';
import { MAIN } from './pod/container.ts';
import { overlaid } from './pod/environment.ts';

const GENERAL = 'worker';

/** What a version of graphs says otherwise than the other one. */
interface ComponentForm {
  /** The pod template as v1beta1 has it. */
  readonly template: (service: Part) => JsonObject;
  readonly cache: (service: Part) => Component['cache'];
  readonly sharedMemory: (object: JsonObject) => Json | undefined;
  readonly isScaled: (object: JsonObject) => boolean;
  readonly own: (object: JsonObject) => { readonly labels: JsonObject; readonly annotations: JsonObject };
}

const V1ALPHA1: ComponentForm = {
  template: (service) => objectIn(podMembers(service, claimMounts(service)), 'podTemplate'),
  cache: (service) => {
    const { cache } = claimMounts({ ...service, report: () => undefined });
    return cache && { claim: String(cache.object.name ?? ''), path: textOf(cache.object.mountPoint) };
  },
  sharedMemory: (object) => {
    const { disabled, size } = objectIn(object, 'sharedMemory');
    return disabled === true ? '0' : size;
  },
  isScaled: (object) => getIn(object, 'scalingAdapter', 'enabled') === true,
  own: (object) => ({ labels: objectIn(object, 'labels'), annotations: objectIn(object, 'annotations') }),
};

const V1BETA1: ComponentForm = {
  template: ({ object }) => objectIn(object, 'podTemplate'),
  cache: ({ object: { compilationCache } }) => {
    const claim = textOf(getIn(compilationCache, 'pvcName'));
    return claim === undefined ? undefined : { claim, path: textOf(getIn(compilationCache, 'mountPath')) };
  },
  sharedMemory: ({ sharedMemorySize }) => sharedMemorySize,
  isScaled: ({ scalingAdapter }) => scalingAdapter !== undefined,
  own: () => ({ labels: {}, annotations: {} }),
};

const FORMS: Readonly<Record<GraphVersion, ComponentForm>> = { v1alpha1: V1ALPHA1, v1beta1: V1BETA1 };

/** What is the same for all components of a graph. */
interface Shared {
  readonly view: Graph;
  /** Annotations of the graph itself that act on each. */
  readonly propagated: readonly string[];
  readonly report: Part['report'];
}

/**
 * The components of a graph, by name. Labels and annotations: the graph's `spec` is the weakest, then what its own metadata
 * hands on, then the service, then the pod. Variables of the graph stand before those of a component, which win.
 */
export function componentsOf(shared: Shared): Component[] {
  const components = shared.view.services.map((service) => toComponent(service, shared));
  return components.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toComponent(service: GraphService, { view, propagated, report }: Shared): Component {
  const { name, object, path } = service;
  const part: Part = { object, path: [...path], report };
  const form = FORMS[view.lens.version];
  const template = form.template(part);
  const spec = objectIn(template, 'spec');
  const main = listIn(spec, 'containers').find((container) => getIn(container, 'name') === MAIN);
  const own = form.own(object);
  const inherited = Object.entries(view.annotations).filter(([key]) => propagated.includes(key));
  return {
    name,
    type: typeOf(service),
    replicas: wholeNumber(object.replicas) ?? 1,
    nodes: wholeNumber(nodeCount(service)) ?? 1,
    labels: { ...objectIn(view.spec, 'labels'), ...own.labels, ...objectIn(template, 'metadata', 'labels') },
    annotations: {
      ...objectIn(view.spec, 'annotations'),
      ...Object.fromEntries(inherited),
      ...own.annotations,
      ...objectIn(template, 'metadata', 'annotations'),
    },
    podSpec: { ...picked(view.spec, 'priorityClassName'), ...spec },
    main: withEnv(objectIn(main), listIn(view.spec, view.lens.envKey)),
    cache: form.cache(part),
    sharedMemory: form.sharedMemory(object),
    isGlobal: object.globalDynamoNamespace === true,
    isScaled: form.isScaled(object),
    model: textOf(getIn(object, 'modelRef', 'name')),
    ingress: partAt(part, 'ingress')?.object,
    path,
    service,
  };
}

/** A sub type that no version has as a type of its own leaves a worker one. */
function typeOf({ type = '', object }: GraphService): string {
  return object.componentType === GENERAL && !WORKER_TYPES.includes(type) ? GENERAL : type;
}

function withEnv(main: JsonObject, shared: readonly Json[]): JsonObject {
  const env = overlaid([shared, listIn(main, 'env')]);
  return env.length === 0 ? main : { ...main, env };
}

function textOf(value: Json | undefined): string | undefined {
  return isFilled(value) && typeof value === 'string' ? value : undefined;
}

function picked(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isFilled(value) ? { [key]: value } : {};
}
