import { isObject, type Json } from '../json.ts';
import { partOf, type Resource } from './resource.ts';

/** Kinds that are nothing but their items: what kubectl prints of several objects, and the API server of a kind. */
const LISTS: Readonly<Record<string, RegExp>> = {
  List: /^v1$/,
  DynamoGraphDeploymentRequestList: /^nvidia\.com\//,
};

/** The objects inside a list, each with its lines; lists in it are opened too. Undefined for what is no list. */
export function itemsOf(resource: Resource): Resource[] | undefined {
  const { apiVersion, kind, items } = resource.object;
  if (typeof kind !== 'string' || !Object.hasOwn(LISTS, kind) || !Array.isArray(items)) return undefined;
  if (typeof apiVersion !== 'string' || !LISTS[kind]?.test(apiVersion)) return undefined;
  return items.flatMap((item: Json, index) => {
    if (!isObject(item)) return [];
    const one = itemAt(resource, item, index);
    return itemsOf(one) ?? [one];
  });
}

function itemAt(list: Resource, object: Resource['object'], index: number): Resource {
  const item = partOf(list, object, { keys: ['items', index], path: `items[${index}]` });
  return { ...item, origin: item.locate('') };
}
