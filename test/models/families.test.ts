import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ARCHITECTURES,
  type ArchitectureName,
  type ArchitectureRow,
  type Family,
} from '../../src/models/architectures.ts';
import { FAMILIES } from '../../src/models/families.ts';
import type { FamilyDefinition, FamilyModel } from '../../src/models/family.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';
import { EXAMPLES } from './examples.ts';

const { models, families } = openCatalog()('0.10').models();
const GOLDENS = new URL('../../fixtures/goldens/', import.meta.url);
const read = (run: string, file: string): string => readFileSync(new URL(`${run}/${file}`, GOLDENS), 'utf8');

/** Whether a run ranked anything; others were refused or sized from memory. */
const hasPicks = (run: string): boolean =>
  existsSync(new URL(`${run}/picks.json`, GOLDENS)) && read(run, 'picks.json').includes('"top":[{');

const bundled = (name: string): readonly string[] =>
  Object.entries(models).flatMap(([id, { config }]) => (String(config.architectures) === name ? [id] : []));
const recorded = new Set(
  readdirSync(GOLDENS)
    .filter(hasPicks)
    .map((run) => /model: (\S+)/.exec(read(run, 'dgdr.yaml'))?.[1]),
);

describe('architectures', () => {
  it('have the families that the release of the measured data gives them', () => {
    const ours = Object.fromEntries(Object.entries(ARCHITECTURES).map(([name, { family }]) => [name, family]));
    expect(ours).toEqual(families);
  });

  it.each(Object.entries(EXAMPLES))(
    'have a bundled model with a recorded run, or a reason for none: %s',
    (name, row) => {
      const isModelled = FAMILIES[ARCHITECTURES[name as ArchitectureName].family] !== 'unmodelled';
      const candidates = bundled(name);
      const runs = candidates.filter((id) => recorded.has(id));
      if ('run' in row) {
        expect(candidates).toContain(row.model);
        expect(read(row.run, 'dgdr.yaml')).toContain(`model: ${row.model}\n`);
        expect(hasPicks(row.run)).toBe(true);
        return;
      }
      const why = !isModelled ? 'unmodelled' : candidates.length === 0 ? 'not bundled' : 'not recorded';
      expect({ why: row.why, runs }).toEqual({ why, runs: [] });
    },
  );
});

it('a table without a row does not compile', () => {
  const definition: FamilyDefinition = () => {
    throw new Error('never asked');
  };
  const row = (architecture: ArchitectureRow): unknown => architecture;
  const rows = (table: Readonly<Record<Family, FamilyDefinition | 'unmodelled'>>): unknown => table;
  const measured = (table: FamilyModel['measured']): unknown => table;
  const { NEMOTRONH: _, ...others } = FAMILIES;
  expect([
    // @ts-expect-error an architecture without a family
    row({ windowSize: 128 }),
    // @ts-expect-error a family without a row
    rows(others),
    rows({ ...others, NEMOTRONH: definition }),
    // @ts-expect-error a backend that the family says nothing about
    measured({ trtllm: [], sglang: [] }),
  ]).toHaveLength(4);
});
