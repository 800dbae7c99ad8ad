import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getIn, isObject, type Json } from '../../src/json.ts';
import { defaultRow, SETTING_PATHS } from '../../src/request/defaults.ts';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { WORKER_METADATA_CRD } from '../../src/workloads/objects/crd.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { parseDocuments } from '../support/documents.ts';
import { operatorCase } from '../support/operator.ts';

const ROOT = 'plugin/kubernetes';
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const DOCUMENT = readFileSync('docs/workloads.md', 'utf8');

test('the CRD that is shipped is the one that is printed', () => {
  expect(parseDocuments(readFileSync(`${ROOT}/crd.yaml`, 'utf8'))).toEqual([WORKER_METADATA_CRD]);
});

test('every example is YAML with a kind', () => {
  expect(FILES.length).toBeGreaterThan(7);
  for (const file of FILES) {
    for (const object of parseDocuments(readFileSync(join(ROOT, file), 'utf8')))
      expect(object.kind, file).toBeTypeOf('string');
  }
});

describe('docs/workloads.md', () => {
  test('names every option of plain workloads', () => {
    for (const path of SETTING_PATHS.filter((one) => one.startsWith('workloads.'))) {
      expect(DOCUMENT).toContain(`\`${path.slice('workloads.'.length)}\``);
      expect(DOCUMENT).toContain(`--${defaultRow(path).option?.name}`);
    }
  });

  test('does not say that it replaces anything', () => {
    expect(DOCUMENT).not.toMatch(/replaces the operator/i);
    expect(DOCUMENT).toContain('not tried');
  });
});

/** Fields of a LeaderWorkerSet's pods that are names of other objects, as names.yaml has them. */
test('kustomize is told of every name in the pods of a LeaderWorkerSet', () => {
  const [names] = parseDocuments(readFileSync('plugin/kustomize/names.yaml', 'utf8'));
  const listed = (kind: string): string[] => {
    const references = (Array.isArray(names?.nameReference) ? names.nameReference : []).filter(
      (one) => getIn(one, 'kind') === kind,
    );
    const specs = references.flatMap((one): Json[] =>
      Array.isArray(getIn(one, 'fieldSpecs')) ? (getIn(one, 'fieldSpecs') as Json[]) : [],
    );
    return specs.filter((one) => getIn(one, 'kind') === 'LeaderWorkerSet').map((one) => String(getIn(one, 'path')));
  };
  const { graph } = operatorCase('sglang-multinode');
  const { objects } = toWorkloads(graph, WORKLOAD_DEFAULTS);
  const group = objects.find(({ kind }) => kind === 'LeaderWorkerSet')!;
  for (const path of listed('ServiceAccount'))
    expect(getIn(group, ...path.split('/'))).toBe('sg-k8s-service-discovery');
  expect(listed('ServiceAccount')).toHaveLength(2);
  for (const kind of ['ConfigMap', 'PersistentVolumeClaim']) {
    expect(listed(kind)).toHaveLength(2);
    for (const path of listed(kind)) expect(isObject(getIn(group, ...path.split('/').slice(0, 4)))).toBe(true);
  }
});
