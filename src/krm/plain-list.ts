import { RenderError } from '../errors.ts';
import { newBudget } from '../files/budget.ts';
import type { JsonObject } from '../json.ts';
import { isListItem, writeItem } from './emit-resource-list.ts';
import { emitYaml } from './emit-yaml.ts';
import { type ParseOptions, parseStream, STREAM_LIMITS } from './parse-yaml.ts';
import {
  concernOf,
  EMPTY_LIST,
  type ListItem,
  type ListOptions,
  type ResourceList,
  readItems,
  toResource,
} from './resource-list.ts';
import { joinStream } from './split-stream.ts';

/**
 * What a host of kustomize's exec plugins hands over, as the list that a function would get: a file with the config, and
 * the resources as a YAML stream, which is empty for a generator. The texts of items are whole documents.
 */
export function parsePlainList(config: string, stream: string, options: ListOptions = {}): ResourceList {
  const { budget = newBudget(), concernsUs = /^/ } = options;
  const [given, ...others] = readItems(readResources(config, { file: 'config', budget }));
  if (given === undefined || others.length > 0) {
    throw new RenderError('CONFIG_INVALID', {
      message: `the config file holds ${given === undefined ? 'no resource' : `${others.length + 1} resources`}, not one`,
      hint: 'pass a file with one RenderDGDR or request; to render files call `dgdr-render render FILE`',
    });
  }
  const { resource: functionConfig } = given;
  const mustMention = concernOf(concernsUs, functionConfig);
  return { ...EMPTY_LIST, items: readResources(stream, { file: 'stdin', budget, mustMention }), functionConfig };
}

/** The items of an answer as a YAML stream. */
export function emitPlainList(items: readonly (ListItem | JsonObject)[]): string {
  return joinStream(items.map((item) => (isListItem(item) ? (item.text ?? writeItem(item)) : emitYaml(item))));
}

/** What is not read stays as it is, but for documents that say nothing. */
function readResources(text: string, options: ParseOptions & { readonly mustMention?: IsRead }): ListItem[] {
  const { mustMention: isRead = () => true } = options;
  const isAlone = (own: string): boolean => !own.includes('kind');
  return parseStream(text, { ...options, isAlone, limits: STREAM_LIMITS }).flatMap(
    ({ text: own, resource }, position): ListItem[] => {
      if (resource === undefined) return isRead(own) || isAlone(own) ? [] : [{ resource: undefined, text: own }];
      const node = resource.document.contents ?? undefined;
      return [{ resource: toResource(resource.object, node, position), text: own }];
    },
  );
}

type IsRead = (text: string) => boolean;
