import { isMap } from 'yaml';
import type { JsonObject } from '../json.ts';
import { annotationsOf, LOCAL_CONFIG } from './annotations.ts';
import { DOCUMENT_STYLE, emitYaml } from './emit-yaml.ts';
import type { ListItem, ReadItem } from './resource-list.ts';
import { type ResourceFinding, toResults } from './results.ts';

export interface ListAnswer {
  /** Version of the list that came in. */
  readonly apiVersion: string;
  /** Items of the input, to be written as they came, and new objects. */
  readonly items: readonly (ListItem | JsonObject)[];
  readonly findings: readonly ResourceFinding[];
}

/** The ResourceList that goes back to the host. `functionConfig` is input only and left out. */
export function emitResourceList({ apiVersion, items, findings }: ListAnswer): string {
  const indent = items
    .map((item) => (isListItem(item) ? dashIndent(item.text) : undefined))
    .find((i) => i !== undefined);
  const body = items.map((item) => itemText(item, indent ?? '')).join('');
  const results = findings.length > 0 ? emitYaml({ results: toResults(findings) }) : '';
  return `apiVersion: ${apiVersion}\nkind: ResourceList\nitems:${items.length > 0 ? `\n${body}` : ' []\n'}${results}`;
}

/** The item marked as input for tools; one that has the mark already stays as it came. */
export function markLocalConfig(item: ReadItem): ListItem {
  const { resource } = item;
  if (annotationsOf(resource.object)[LOCAL_CONFIG] === 'true') return item;
  const document = resource.document.clone();
  // A request that is not looked at may have anything there.
  for (const path of [['metadata'], ['metadata', 'annotations']]) {
    if (!isMap(document.getIn(path, true))) document.setIn(path, document.createNode({}));
  }
  document.setIn(['metadata', 'annotations', LOCAL_CONFIG], 'true');
  return { resource: { ...resource, document }, text: undefined };
}

function itemText(item: ListItem | JsonObject, indent: string): string {
  if (!isListItem(item)) return asListElement(emitYaml(item), indent);
  const text = item.text ?? asListElement(writeItem(item), indent);
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** An item as a document by itself. */
export function writeItem({ resource, text = '' }: ListItem): string {
  return resource === undefined ? text : resource.document.toString(DOCUMENT_STYLE);
}

function asListElement(yaml: string, indent: string): string {
  return yaml
    .replace(/\n$/, '')
    .split('\n')
    .map((line, i) => (i === 0 ? `${indent}- ${line}\n` : line === '' ? '\n' : `${indent}  ${line}\n`))
    .join('');
}

function dashIndent(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /^ */.exec(text)?.[0];
}

/** Whether an element of an answer is an item of the input, and no new object. */
export function isListItem(item: ListItem | JsonObject): item is ListItem {
  return 'resource' in item && 'text' in item;
}
