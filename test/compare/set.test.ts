import { describe, expect, test } from 'vitest';
import { readSets } from '../../src/compare/set.ts';
import { resourcesOf, variantsOf } from '../../src/compare/variants.ts';
import { RenderErrors } from '../../src/errors.ts';
import { codeOf } from '../support/errors.ts';
import { makeResource, requestYaml } from '../support/requests.ts';

const valuesOf = (...texts: readonly string[]) =>
  readSets(texts).map(({ path, values }) => [path, values.map(({ value }) => value)]);

describe('what is set', () => {
  test.each([
    ['numbers, as YAML has them', ['sla.itl=10,15.5,0x10,0440'], [['sla.itl', [10, 15.5, 16, 288]]]],
    ['texts', ['hardware.gpuSku=h100_sxm, h200_sxm'], [['hardware.gpuSku', ['h100_sxm', 'h200_sxm']]]],
    ['texts in quotes', ['backend="vllm"'], [['backend', ['vllm']]]],
    ['no value and null, which differ', ['sla.itl=,null'], [['sla.itl', [undefined, null]]]],
    ['truth', ['autoApply=true,false'], [['autoApply', [true, false]]]],
    ['a mapping', ['features.kvRouter={enabled: true}'], [['features.kvRouter', [{ enabled: true }]]]],
    [
      'values of one field together, each once',
      ['sla.itl=1,2', 'sla.ttft=5', 'sla.itl=2,3'],
      [
        ['sla.itl', [1, 2, 3]],
        ['sla.ttft', [5]],
      ],
    ],
  ] as const)('may be %s', (_, texts, expected) => {
    expect(valuesOf(...texts)).toEqual(expected);
  });

  test.each([
    'sla.itl',
    '=1',
    'sla itl=1',
    'sla.itl=[1',
    'sla.itl=a: b: c',
    'sla.itl=1\nother: 2',
    'sla.itl=yes',
    'sla.itl=.nan',
    'sla.itl=*a',
    'sla.itl=9007199254740993',
  ])('%s is refused', (text) => {
    expect(() => readSets([text])).toThrow(RenderErrors);
  });

  test('everything that is wrong is said at once', () => {
    let said: readonly string[] = [];
    try {
      readSets(['sla.itl', 'backend=[vllm']);
    } catch (error) {
      said = error instanceof RenderErrors ? error.errors.map(({ code, message }) => `${code} ${message}`) : [];
    }
    expect(said).toEqual([
      'CONFIG_INVALID --set: sla.itl does not set a field',
      'CONFIG_INVALID --set: [vllm is no value',
    ]);
  });
});

describe('combinations', () => {
  const resource = makeResource(requestYaml({ spec: 'sla: {ttft: 500, itl: 20}' }));
  const objects = (...texts: readonly string[]) => {
    const [first] = variantsOf([resource], readSets(texts));
    return first!.combinations.map(({ resource: one }) => Object(one.object.spec));
  };

  test('are all there are, the last field first', () => {
    expect(objects('sla.itl=10,20', 'backend=vllm,sglang').map(({ sla, backend }) => [sla.itl, backend])).toEqual([
      [10, 'vllm'],
      [10, 'sglang'],
      [20, 'vllm'],
      [20, 'sglang'],
    ]);
  });

  test('make what is missing, leave out what is to be absent, and leave the request as it is', () => {
    const before = JSON.stringify(resource.object);
    const [spec] = objects('workload.requestRate=5', 'sla.itl=');
    expect([spec.workload, spec.sla]).toEqual([{ requestRate: 5 }, { ttft: 500 }]);
    expect(objects('overrides.dgd.spec=')[0]).toEqual(resource.object.spec);
    expect(JSON.stringify(resource.object)).toBe(before);
  });

  test('set what requests say by an annotation there', () => {
    const [first] = variantsOf([resource], readSets(['servingMode=agg']));
    expect(first!.combinations[0]!.resource.object.metadata).toEqual({
      name: 'chat',
      annotations: { 'dgdr-render.dev/serving-mode': 'agg' },
    });
  });

  test('say what differs from the request as written', () => {
    const [first] = variantsOf([resource], readSets(['sla.itl=20,10', 'backend=vllm']));
    expect(first!.asWritten.set.map(({ text }) => text)).toEqual(['20', '']);
    expect(first!.combinations.map(({ changes }) => changes)).toEqual([
      [{ path: 'backend', from: undefined, to: 'vllm' }],
      [
        { path: 'sla.itl', from: 20, to: 10 },
        { path: 'backend', from: undefined, to: 'vllm' },
      ],
    ]);
  });

  test('cannot reach what all objects have', () => {
    objects('__proto__.polluted=true', 'constructor.prototype.polluted=true');
    expect(Object('').polluted).toBeUndefined();
    expect({}).not.toHaveProperty('polluted');
  });

  test('are a thousand at most, over all requests', () => {
    const sets = readSets([
      `sla.itl=${Array.from({ length: 50 }, (_, i) => i + 1).join(',')}`,
      `workload.isl=${Array.from({ length: 20 }, (_, i) => i + 1).join(',')}`,
    ]);
    expect(resourcesOf(variantsOf([resource], sets))).toHaveLength(1001);
    expect(codeOf(() => variantsOf([resource, resource], sets))).toBe('LIMIT_EXCEEDED');
    expect(() => variantsOf([resource, resource], sets)).toThrow(
      '2000 combinations (50 of sla.itl times 20 of workload.isl, for 2 requests), wanted at most 1000',
    );
  });
});
