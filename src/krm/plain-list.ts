import { RenderError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { isListItem } from './emit-resource-list.ts';
import { DOCUMENT_STYLE, emitYaml } from './emit-yaml.ts';
import { parseStream, STREAM_LIMITS } from './parse-yaml.ts';
import { EMPTY_LIST, type ListItem, type ResourceList, toResource } from './resource-list.ts';
import { joinStream } from './split-stream.ts';

/**
 * What a host of kustomize's exec plugins hands over, as the list that a function would get: a file with the config, and
 * the resources as a YAML stream, which is empty for a generator. The texts of items are whole documents.
 */
export function parsePlainList(config: string, stream: string): ResourceList {
  const [given, ...others] = readResources(config, 'config');
  if (given === undefined || others.length > 0) {
    throw new RenderError('CONFIG_INVALID', {
      message: `the config file holds ${given === undefined ? 'no resource' : `${others.length + 1} resources`}, not one`,
      hint: 'pass a file with one RenderDGDR or request; to render files call `dgdr-render render FILE`',
    });
  }
  return { ...EMPTY_LIST, items: readResources(stream, 'stdin'), functionConfig: given.resource };
}

/** The items of an answer as a YAML stream. */
export function emitPlainList(items: readonly (ListItem | JsonObject)[]): string {
  return joinStream(
    items.map((item) =>
      isListItem(item) ? (item.text ?? item.resource.document.toString(DOCUMENT_STYLE)) : emitYaml(item),
    ),
  );
}

function readResources(text: string, file: string): ListItem[] {
  return parseStream(text, { file, limits: STREAM_LIMITS }).flatMap((document, position) => {
    const { resource } = document;
    if (resource === undefined) return [];
    const node = resource.document.contents ?? undefined;
    return [{ resource: toResource(resource.object, node, position), text: document.text }];
  });
}
