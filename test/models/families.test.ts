import { describe, expect, it } from 'vitest';
import { REVISIONS } from '../../src/engine/revisions.ts';
import { ARCHITECTURES, type ArchitectureRow, type Family } from '../../src/models/architectures.ts';
import { FAMILIES } from '../../src/models/families.ts';
import type { FamilyDefinition, FamilyModel } from '../../src/models/family.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';

/** Families of the newest data that no row names yet. */
const UNNAMED: readonly string[] = ['KIMIK3'];

describe('architectures', () => {
  it.each(['0.10', '0.12'] as const)('have the families that the data of %s give them', (release) => {
    const theirs = Object.entries(openCatalog()(release).models().families);
    const named = theirs.filter(([, family]) => !UNNAMED.includes(family));
    const ours = named.map(([name]) => [name, ARCHITECTURES[name as keyof typeof ARCHITECTURES]?.family]);
    expect(ours).toEqual(named);
  });

  it('are those of the newest data, no others', () => {
    expect(Object.keys(openCatalog()('0.12').models().families)).toEqual(
      expect.arrayContaining(Object.keys(ARCHITECTURES)),
    );
  });

  it('have families that some engine answers, and no engine has others', () => {
    const modelled = Object.keys(FAMILIES);
    const answered = Object.values(REVISIONS).flatMap(({ families }) => families);
    expect([...new Set(answered)].sort()).toEqual(modelled.sort());
  });
});

it('a table without a row does not compile', () => {
  const definition: FamilyDefinition = () => {
    throw new Error('never asked');
  };
  const row = (architecture: ArchitectureRow): unknown => architecture;
  const rows = (table: Readonly<Record<Family, FamilyDefinition>>): unknown => table;
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
