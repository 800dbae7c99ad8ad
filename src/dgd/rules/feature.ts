import { isObject, type JsonObject } from '../../json.ts';
import { objectIn } from '../../json-reading.ts';
import type { FeatureName, GraphService } from '../lens/lens.ts';
import type { Path } from '../problem.ts';
import { type Breach, type GraphView, ofServices, type Rule } from './rule.ts';

/** A feature of a service that is switched on, with the keys that lead to it. */
export interface Feature {
  readonly service: GraphService;
  readonly settings: JsonObject;
  readonly path: Path;
  readonly view: GraphView;
}

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
  const { featuresPath } = view.lens;
  const settings = objectIn(service.object, ...featuresPath)[name];
  return isObject(settings) ? { service, settings, path: [...service.path, ...featuresPath, name], view } : undefined;
}

/** Whether settings count. */
function isOn({ settings, view: { lens, target } }: Feature, name: FeatureName): boolean {
  return !lens.hasSwitch(name, target) || settings.enabled === true;
}

/** Whether a mode is the one of several pods; both versions' spellings, and the one of a single pod where absent. */
export function isInterPod({ settings: { mode } }: Feature): boolean {
  return typeof mode === 'string' && mode.toLowerCase() === INTER_POD;
}
