import { isObject, type JsonObject } from '../../json.ts';
import { isBefore } from '../../releases.ts';
import type { GraphService, GraphVersion } from '../services.ts';
import { type Breach, type GraphView, objectIn, ofServices, type Path, type Rule, v1 } from './rule.ts';

/** A feature of a service that is switched on, with the keys that lead to it. */
export interface Feature {
  readonly service: GraphService;
  readonly settings: JsonObject;
  readonly path: Path;
  readonly view: GraphView;
}
type FeatureName = 'gpuMemoryService' | 'failover' | 'checkpoint';

/** Keys from a service to what holds its features. */
const HOLDER: Readonly<Record<GraphVersion, readonly string[]>> = { v1alpha1: [], v1beta1: ['experimental'] };
const INTER_POD = 'interpod';

/** A check of each service that has a feature on, or one that `find` tells of, as the check of a graph. */
export function ofFeature(
  name: FeatureName,
  check: (feature: Feature) => readonly Breach[],
  find: typeof featureOf = featureOf,
): Rule['breaches'] {
  return ofServices((service, view) => {
    const feature = find(service, view, name);
    return feature === undefined ? [] : check(feature);
  });
}

/** A feature of a service; undefined where it is off. */
export function featureOf(service: GraphService, view: GraphView, name: FeatureName): Feature | undefined {
  const feature = settingsOf(service, view, name);
  return feature !== undefined && isOn(feature, name) ? feature : undefined;
}

/** The settings of a feature, on or off; undefined where there are none. */
export function settingsOf(service: GraphService, view: GraphView, name: FeatureName): Feature | undefined {
  const holder = HOLDER[view.version];
  const settings = objectIn(service.object, ...holder)[name];
  return isObject(settings) ? { service, settings, path: [...service.path, ...holder, name], view } : undefined;
}

/**
 * Whether settings count. A v1alpha1 feature has a switch; in v1beta1 its presence turns it on, apart from a checkpoint, which
 * has a switch from 1.3 on.
 */
function isOn({ settings, view }: Feature, name: FeatureName): boolean {
  const hasSwitch = view.version === 'v1alpha1' || (name === 'checkpoint' && !isBefore(view.target, v1(3)));
  return !hasSwitch || settings.enabled === true;
}

/** Whether a mode is the one of several pods; both versions' spellings, and the one of a single pod where absent. */
export function isInterPod({ settings: { mode } }: Feature): boolean {
  return typeof mode === 'string' && mode.toLowerCase() === INTER_POD;
}
