import type { Origin } from '../errors.ts';
import { getIn, type Json } from '../json.ts';
import type { Resource } from '../krm/resource.ts';
import { defaultRow, SETTING_PATHS, type SettingPath } from './defaults.ts';
import type { RequestDefaults } from './settings.ts';

/** A value that a request says itself. */
interface OwnValue {
  readonly value: Json;
  /** Its field. */
  readonly path: string;
  readonly origin: Origin;
}

/** What a request says itself of a setting: in its field, by its annotation, or with a feature that means it. */
export function saidByRequest({ object, locate }: Resource, setting: SettingPath): OwnValue | undefined {
  const { annotation } = defaultRow(setting);
  const at = (path: string, value: Json): OwnValue => ({ value, path, origin: locate(path) });
  const name = `dgdr-render.dev/${annotation}`;
  const said = annotation === undefined ? undefined : getIn(object, 'metadata', 'annotations', name);
  if (said !== undefined) return at(`metadata.annotations["${name}"]`, said);
  const isOn = setting === 'routing.mode' && getIn(object, 'spec', 'features', 'kvRouter', 'enabled') === true;
  if (isOn) return at('spec.features.kvRouter.enabled', 'kv');
  const value = ownField(object, setting);
  return value === undefined ? undefined : at(`spec.${setting}`, value);
}

/** The field of a request that a setting fills where it is absent, null or empty. */
function ownField(object: Resource['object'], setting: SettingPath): Json | undefined {
  const value = getIn(object, 'spec', ...setting.split('.')) ?? '';
  return value === '' ? undefined : value;
}

/** Where the value of a field of a request stands: in the request, at its annotation, or in the file whose default fills it. */
export function locateValue(resource: Resource, { sourceOf }: RequestDefaults): Resource['locate'] {
  const { object, locate } = resource;
  return (path) => {
    const setting = SETTING_PATHS.find((known) => path === `spec.${known}` || path.startsWith(`spec.${known}.`));
    if (setting === undefined || ownField(object, setting) !== undefined) return locate(path);
    return saidByRequest(resource, setting)?.origin ?? sourceOf?.(setting)?.origin ?? locate(path);
  };
}
