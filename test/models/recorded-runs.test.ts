import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';
import { type Reason, UNRECORDED } from './unrecorded.ts';

const GOLDENS = ['goldens', 'goldens-0.12'].map((name) => new URL(`../../fixtures/${name}/`, import.meta.url));

/** Recorded models, and whether a run of theirs ranks them. */
const recorded = new Map<string, boolean>();
for (const folder of GOLDENS) {
  for (const run of readdirSync(folder)) {
    const model = /^ {2}model: (\S+)$/m.exec(readFileSync(new URL(`${run}/dgdr.yaml`, folder), 'utf8'))?.[1];
    const picks = new URL(`${run}/picks.json`, folder);
    const ranks = existsSync(picks) && /"rows":\[\s*\[|"top":\[\{/.test(readFileSync(picks, 'utf8'));
    if (model !== undefined) recorded.set(model, ranks || (recorded.get(model) ?? false));
  }
}

const bundled = Object.fromEntries(
  (['0.10', '0.12'] as const).flatMap((release) => Object.entries(openCatalog()(release).models().models)),
);

const newest = openCatalog()('0.12').models();

function reasonOf(id: string): Reason | undefined {
  if (recorded.get(id) === true) return undefined;
  if (!newest.defaultModels.has(id)) return 'fetched by the reference';
  return recorded.has(id) ? 'sized or refused' : 'not recorded yet';
}

const isModelled = (id: string): boolean => parseArchitecture(id, bundled[id]!).model !== 'unmodelled';

it('every bundled model of a modelled family has a recorded run that ranks it, or stands in the list with the reason', () => {
  const found = Object.keys(bundled)
    .filter(isModelled)
    .flatMap((id) => {
      const reason = reasonOf(id);
      return reason === undefined ? [] : [[id, reason] as const];
    });
  expect(Object.fromEntries(found.sort())).toEqual(UNRECORDED);
});
