import type { JsonObject } from '../../json.ts';
import { GROUP } from '../../kinds.ts';
import type { Facts } from '../facts.ts';
import type { AnnotationRow, Labelled, LabelRow } from '../tables/labels.ts';
import type { Tables } from '../tables/tables.ts';

/** Labels and annotations of something that is made of a component: the user's, and ours over them. */
export function metadataOf(facts: Facts, tables: Tables, of: Labelled): JsonObject {
  const { annotations } = facts.component;
  const labels = Object.entries(facts.component.labels).filter(([key]) => !isReserved(key, tables.labels));
  const own = valuesOf(tables.annotations, facts, of);
  const noted = sorted({ ...annotations, ...own });
  return {
    labels: sorted({ ...Object.fromEntries(labels), ...valuesOf(tables.labels, facts, of) }),
    ...(Object.keys(noted).length > 0 && { annotations: noted }),
  };
}

/** Whether a label is the operator's, on whatever it stands. */
function isReserved(key: string, rows: readonly LabelRow[]): boolean {
  return key.startsWith(`${GROUP}/`) && rows.some((row) => row.key === key);
}

/** By which a Service chooses the pods of a component. */
export function selectorOf(facts: Facts, rows: readonly LabelRow[]): JsonObject {
  const selecting = rows.filter(({ selects }) => selects === true);
  return sorted(Object.fromEntries(selecting.flatMap(({ key, value }) => pair(key, value(facts)))));
}

function valuesOf(rows: readonly (LabelRow | AnnotationRow)[], facts: Facts, of: Labelled): JsonObject {
  const own = rows.filter(({ on }) => on.includes(of));
  return Object.fromEntries(own.flatMap(({ key, value }) => pair(key, value(facts))));
}

function pair(key: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[key, value]];
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
