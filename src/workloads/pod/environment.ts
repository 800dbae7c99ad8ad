import { getIn, type Json, type JsonObject } from '../../json.ts';
import type { Facts } from '../facts.ts';
import { rowsOf } from '../tables/containers.ts';
import { type VariableRow, variable } from '../tables/variables.ts';

/**
 * The variables of a main container: those that other values name, the defaults, the user's in their order, and what nobody
 * may set. The user's take the place of a default of the same name; the kubelet expands `$(NAME)` only for names that
 * stand before.
 */
export function environment(facts: Facts, rows: readonly VariableRow[], given: readonly Json[]): Json[] {
  const wanted = rowsOf(rows, facts.component.type).flatMap((row): [VariableRow, JsonObject][] => {
    const value = row.value(facts);
    return value === undefined ? [] : [[row, variable(row.name, value)]];
  });
  const at = (...places: readonly VariableRow['place'][]): JsonObject[] => {
    return wanted.filter(([{ place }]) => places.includes(place)).map(([, one]) => one);
  };
  const last = at('last');
  const kept = without(given, last);
  return [...without([...at('first'), ...at('default')], [...kept, ...last]), ...kept, ...last];
}

/** Variables of which the later one of a name counts, in the place of the first. */
export function overlaid(lists: readonly (readonly Json[])[]): Json[] {
  const [base = [], ...over] = lists;
  return over.reduce<Json[]>((below, list) => [...without(below, list), ...list], [...base]);
}

function without(variables: readonly Json[], others: readonly Json[]): Json[] {
  const names = new Set(others.map((other) => getIn(other, 'name')));
  return variables.filter((one) => !names.has(getIn(one, 'name')));
}
