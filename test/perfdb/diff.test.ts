import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/perfdb/catalog.ts';
import { type DataDifference, diffData } from '../../src/perfdb/diff.ts';
import { diffJson, diffLines } from '../../src/perfdb/diff-output.ts';
import { importRelease } from '../../src/perfdb/import/import-release.ts';
import { openPerfData } from '../../src/perfdb/perfdb.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/perfdb/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'perfdb-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two made-up releases, in two layouts. */
let difference: DataDifference;
beforeAll(async () => {
  for (const release of ['release', 'families']) {
    await importRelease(join(FIXTURES, release), () => join(folder, release), { quality: 1 });
  }
  difference = diffData(openPerfData(join(folder, 'release')), openPerfData(join(folder, 'families')));
});

describe('two releases', () => {
  it('differ in systems, figures, versions, tables, models, families and runs that passed', () => {
    const lines = diffLines(difference);
    expect(lines).toEqual(
      expect.arrayContaining([
        'aiconfigurator 0.0.1 -> aiconfigurator 0.0.2',
        '  - empty',
        '    toy',
        '      memBwBytesPerSec 1000 -> 1000000000',
        '      fp8TcFlops none -> 8000000000',
        '    toy nccl 2.20',
        '      nccl, 2 -> 1 rows',
        '    toy sglang none -> 0.5.14',
        '      + moe_a2a, 7 rows',
        '    toy trtllm 1.0.0 -> 1.3.0rc20',
        '      - mla_generation_module, 2 rows',
        '    a/One',
        '  - MixtralForCausalLM MOE',
        'recorded runs that passed, by model, system and backend: 1 -> 1: the same',
      ]),
    );
  });

  it('say the same as JSON', () => {
    expect(diffJson(difference)).toMatchObject({
      schemaVersion: 1,
      from: { release: 'aiconfigurator 0.0.1' },
      systems: { removed: ['empty'], added: [] },
      families: { removed: [{ architecture: 'MixtralForCausalLM', family: 'MOE' }], added: [], changed: [] },
      support: { fromCount: 1, toCount: 1, lost: [], gained: [] },
    });
    const [first] = diffJson(difference).packs as unknown[];
    expect(first).toEqual({
      system: 'toy',
      backend: 'nccl',
      fromVersion: '2.20',
      toVersion: '2.20',
      removedTables: [],
      addedTables: [],
      changedTables: [{ name: 'nccl', fromRows: 2, toRows: 1 }],
    });
  });

  it('that are one do not differ', () => {
    const same = openPerfData(join(folder, 'families'));
    expect(diffLines(diffData(same, same))).toEqual([
      'aiconfigurator 0.0.2 -> aiconfigurator 0.0.2',
      'systems: the same',
      'versions and tables: the same',
      'models: the same',
      'families of architectures: the same',
      'recorded runs that passed, by model, system and backend: 1 -> 1: the same',
    ]);
  });
});

describe('the releases of this package', () => {
  const bundled = diffData(openCatalog()('0.10'), openCatalog()('0.12'));

  it('have as many runs that passed on measured systems as the reference counts', () => {
    expect(bundled.support).toMatchObject({ fromCount: 860, toCount: 1211 });
    expect(bundled.support.gained.length - bundled.support.lost.length).toBe(1211 - 860);
  });

  it('differ in the size of a node of one measured system', () => {
    const changed = bundled.systems.changed.filter(({ from, to }) => from.numGpusPerNode !== to.numGpusPerNode);
    expect(changed.map(({ name, from, to }) => [name, from.numGpusPerNode, to.numGpusPerNode])).toEqual([
      ['rtx_pro_6000_server', 2, 8],
    ]);
  });

  it('hold the same systems and backends, at newer versions where there are newer data', () => {
    const versions = bundled.packs.filter(({ backend }) => backend === 'vllm');
    expect(versions.map(({ system, fromVersion, toVersion }) => [system, fromVersion, toVersion])).toContainEqual([
      'h200_sxm',
      '0.19.0',
      '0.24.0',
    ]);
    expect(
      versions.filter(({ fromVersion, toVersion }) => fromVersion === undefined || toVersion === undefined),
    ).toEqual([]);
  });
});
