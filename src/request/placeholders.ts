import { isObject, type Json, type JsonObject } from '../json.ts';
import { show } from '../words.ts';
import type { Report } from './report.ts';
import { toPath } from './shape.ts';

/** What a shell, envsubst or Flux fills in, and what Helm does. */
const FILLED_BY = [
  {
    mark: /\$\{[A-Za-z_][\w.:=/-]*\}|^\$[A-Z_][A-Z0-9_]*$/,
    hint: 'fill it in first, for example envsubst < FILE | dgdr-render render -',
  },
  { mark: /\{\{/, hint: 'render the template first: helm template NAME CHART | dgdr-render render -' },
] as const;

/** Overrides are for containers, where such text has a meaning of its own. */
const NOT_LOOKED_AT: readonly string[] = ['overrides', 'features'];
/** Fields that a message names. */
const MOST_NAMED = 4;

/** Fields whose text was to be filled in by somebody who did not run. */
interface Left {
  readonly path: string;
  readonly text: string;
  readonly hint: string;
}

/**
 * Reports text that another program should have replaced, as one error for all of it: every rule about such a field would only
 * say again that it is wrong.
 */
export function checkPlaceholders({ metadata, spec }: JsonObject, report: Report): void {
  const parts = isObject(spec) ? Object.entries(spec).filter(([name]) => !NOT_LOOKED_AT.includes(name)) : [];
  const left = [
    ...leftIn(
      isObject(metadata) ? { name: metadata.name ?? null, namespace: metadata.namespace ?? null } : {},
      'metadata',
    ),
    ...leftIn(Object.fromEntries(parts), 'spec'),
  ];
  const [first, ...others] = left;
  if (first === undefined) return;
  const named = others.slice(0, MOST_NAMED).map(({ path }) => path);
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : '';
  report.broken('PLACEHOLDER_LEFT', {
    path: first.path,
    message: `${show(first.text)} was never filled in${named.length === 0 ? '' : `, and so in ${named.join(', ')}${more}`}`,
    hint: first.hint,
  });
  report.settle();
}

function leftIn(value: Json, path: string): Left[] {
  if (typeof value === 'string') {
    const by = FILLED_BY.find(({ mark }) => mark.test(value));
    return by === undefined ? [] : [{ path, text: value, hint: by.hint }];
  }
  if (Array.isArray(value)) return value.flatMap((inner, i) => leftIn(inner, toPath(path, [i])));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => leftIn(inner, toPath(path, [name])));
}
