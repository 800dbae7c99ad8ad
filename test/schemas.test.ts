import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import REQUEST from '../plugin/schemas/dgdr.schema.json' with { type: 'json' };
import PROJECT from '../plugin/schemas/dgdr-render.schema.json' with { type: 'json' };
import FUNCTION from '../plugin/schemas/function-definition.json' with { type: 'json' };
import CONFIG from '../plugin/schemas/render-dgdr.schema.json' with { type: 'json' };
import { checkDocument, type Schema } from '../src/dgd/schema/json-schema.ts';
import { RenderErrors } from '../src/errors.ts';
import { isObject, type JsonObject } from '../src/json.ts';
import { checkConfig } from '../src/request/config-schema.ts';
import { parseFunctionConfig } from '../src/request/function-config.ts';
import { brief, makeResource, outcomeOf, requestYaml } from './support/requests.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const noReference = (name: string): never => {
  throw new Error(`no definition ${name}`);
};
/** Fields that a schema finds fault with, missing and unknown ones too. */
const faults = (document: JsonObject, schema: object): string[] =>
  checkDocument(document, schema as Schema, noReference).map(({ path }) => path.join('.'));

const yamlBelow = (folder: string): JsonObject[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => parseAllDocuments(readFileSync(join(ROOT, folder, name), 'utf8')))
    .flatMap((document): JsonObject[] => {
      const object: unknown = document.toJS();
      return isObject(object) ? [object] : [];
    });
const ofKind = (objects: readonly JsonObject[], wanted: string): JsonObject[] =>
  objects.filter(({ kind }) => kind === wanted);

test('the files are what the schemas of src/ say', () => {
  const script = ['scripts/run-ts.mjs', 'scripts/schemas.ts', '--check'];
  const { status, stderr } = spawnSync(process.execPath, script, { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

describe('the schema of requests', () => {
  test('finds no fault with recorded and shipped ones', () => {
    const requests = ['fixtures/requests', 'fixtures/goldens', 'plugin'].flatMap((folder) =>
      ofKind(yamlBelow(folder), 'DynamoGraphDeploymentRequest'),
    );
    expect(requests.length).toBeGreaterThan(50);
    expect(requests.flatMap((one) => faults(one, REQUEST))).toEqual([]);
  });

  test.each([
    ['backend: vlm', 'spec.backend'],
    ['hardware: {gpuSku: H200}', 'spec.hardware.gpuSku'],
    ['hardware: {totalGpus: 8.5}', 'spec.hardware.totalGpus'],
    ['workload: {isl: 0}', 'spec.workload.isl'],
    ['sla: {optimizationType: speed}', 'spec.sla.optimizationType'],
    ['runtimeVersionOverride: "1.4"', 'spec.runtimeVersionOverride'],
    ['searchStrategy: deep', 'spec.searchStrategy'],
    ['autoApply: maybe', 'spec.autoApply'],
    ['features: [planner]', 'spec.features'],
    ['overrides: {dgd: x}', 'spec.overrides.dgd'],
  ])('and the renderer both refuse %s', (line, field) => {
    const manifest = parse(requestYaml({ spec: line })) as JsonObject;
    expect(faults(manifest, REQUEST)).toEqual([field]);
    expect(brief(outcomeOf(makeResource(requestYaml({ spec: line }))).errors).join('\n')).toContain(` ${field}:`);
  });

  test('underlines misspelt fields, and asks for the model', () => {
    const { apiVersion, kind } = { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeploymentRequest' };
    const spec = { modle: 'a/b', hardware: { gpus: 8 }, features: { kvRouter: { enable: true } } };
    expect(faults({ apiVersion, kind, metadata: { name: 'a' }, spec }, REQUEST)).toEqual([
      'spec.model',
      'spec.modle',
      'spec.hardware.gpus',
      'spec.features.kvRouter.enable',
    ]);
  });
});

describe('the schema of the config', () => {
  const config = (spec: JsonObject): JsonObject => ({
    apiVersion: 'dgdr-render.dev/v1alpha1',
    kind: 'RenderDGDR',
    metadata: { name: 'render' },
    spec,
  });

  test('finds no fault with shipped ones', () => {
    const configs = ofKind(yamlBelow('plugin'), 'RenderDGDR');
    expect(configs.length).toBeGreaterThanOrEqual(2);
    expect(configs.flatMap((one) => faults(one, CONFIG))).toEqual([]);
  });

  test.each<[spec: JsonObject, field: string]>([
    [{ request: ['a.yaml'] }, 'spec.request'],
    [{ hardware: { gpuSku: 8 } }, 'spec.hardware.gpuSku'],
    [{ hardware: { totalGpus: 0 } }, 'spec.hardware.totalGpus'],
    [{ hardware: { sku: 'a' } }, 'spec.hardware.sku'],
    [{ routing: { mode: 'direct' } }, 'spec.routing.mode'],
    [{ routing: { kvEvents: 'none' } }, 'spec.routing.kvEvents'],
    [{ models: [{ config: 'm' }] }, 'spec.models.0.id'],
    [{ strict: 'yes' }, 'spec.strict'],
    [{ target: 1.3 }, 'spec.target'],
    [{ target: 'latest' }, 'spec.target'],
    [{ image: '' }, 'spec.image'],
  ])('and the function both refuse %j', (spec, field) => {
    expect(faults(config(spec), CONFIG)).toEqual([field]);
    const resource = makeResource(JSON.stringify(config(spec)));
    const parsed = () => parseFunctionConfig(resource);
    expect(parsed).toThrow(RenderErrors);
  });

  test('of project files refuses with the reader what is for the function alone', () => {
    const fields: JsonObject[] = [
      { requests: ['a.yaml'] },
      { keepRequests: true },
      { compat: 'ours' },
      { exclude: 'a' },
    ];
    const wrong = fields.flatMap((spec) => faults(config(spec), PROJECT));
    expect(wrong).toEqual(['spec.requests', 'spec.keepRequests', 'spec.compat', 'spec.exclude']);
    for (const spec of fields) {
      expect(() => checkConfig({ form: 'project', spec, prefix: 'spec', config: undefined })).toThrow(RenderErrors);
    }
    const said = { exclude: ['drafts'], extends: '../dgdr-render.yaml', target: '1.3', hardware: { gpuSku: 'l40s' } };
    expect(faults(config(said), PROJECT)).toEqual([]);
    expect(faults(config({ exclude: ['drafts'] }), CONFIG)).toEqual(['spec.exclude']);
  });

  test('is the one that the definition of the function has', () => {
    const [version] = FUNCTION.spec.versions;
    const { properties } = version!.schema.openAPIV3Schema;
    expect(Object.keys(properties.spec.properties)).toEqual(Object.keys(CONFIG.properties.spec.properties));
  });
});
