import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCase } from './run-case.ts';

/** Where recorded requests stand, by the engine that they were recorded with. */
const FOLDERS = ['goldens', 'goldens-0.12'].map((name) =>
  fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url)),
);
/** scripts/mutation.mjs names a few of them. */
const named = process.env.RECORDED_CASES?.split(',');
const cases = FOLDERS.flatMap((folder) => {
  const names = named?.filter((name) => existsSync(`${folder}/${name}`)) ?? readdirSync(folder).sort();
  return names.map((name) => [name, folder] as const);
});

describe('under compat reference every recorded request has the recorded rows, pick and manifest', () => {
  it.each(cases)('%s', (name, folder) => {
    const result = runCase(folder, name);
    expect(result.failures).toEqual([]);
    expect(['answered', 'refused']).toContain(result.outcome);
  });
});
