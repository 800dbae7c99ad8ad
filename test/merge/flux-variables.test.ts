import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { REFERENCE } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { finish, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const NAME = 'llama-8b-h100';
const SUBSTITUTE = 'kustomize.toolkit.fluxcd.io/substitute';

function merge(dgd: JsonObject, request: Partial<Request> = {}, name = NAME) {
  const base = { ...readRequest(name), ...request };
  const { warn, seen } = collectWarnings();
  const profile = readProfile(name);
  const own = { ...base, overrides: { ...base.overrides, dgd } };
  const { graph, resources } = finish(own, profile, warn);
  const marks = [...resources, graph].map(({ metadata }) => {
    const { annotations } = metadata as { annotations?: JsonObject };
    return annotations?.[SUBSTITUTE];
  });
  return { marks, seen };
}

const withEnv = (value: string): JsonObject => ({ spec: { services: { Frontend: { envs: [{ name: 'X', value }] } } } });
const FIELD = 'spec.overrides.dgd.spec.services.Frontend.envs[0].value';

describe('text that Flux would replace', () => {
  test.each([
    ['a variable', `/cache/\${MODEL}/x`, `\${MODEL}`],
    ['one with a default', `\${A:=b}`, `\${A:=b}`],
    ['a brace that is never closed, on which Flux fails', `a \${`, `\${`],
    ['an escaped variable of Kubernetes', 'a $$(POD) b', '$$(POD)'],
    ['an escaped variable of Flux', `$\${MODEL}`, `$\${MODEL}`],
  ])('%s is warned about, on its field', (_, value, shown) => {
    expect(merge(withEnv(value))).toMatchObject({
      marks: [undefined],
      seen: [
        {
          code: 'VARIABLES_AT_RISK',
          path: FIELD,
          message: `Flux would replace ${JSON.stringify(shown)} where its Kustomization has postBuild`,
        },
      ],
    });
  });

  test.each(['$(POD)', '$HOME', 'a $ b', 'c$'])('%s is none', (value) => {
    expect(merge(withEnv(value), { fluxSubstitute: 'disabled' })).toEqual({ marks: [undefined], seen: [] });
    expect(merge(withEnv(value)).seen).toEqual([]);
  });

  test('in a key of a label counts as well', () => {
    expect(merge({ metadata: { annotations: { note: `\${A}` } } }).seen).toMatchObject([
      { path: 'spec.overrides.dgd.metadata.annotations.note' },
    ]);
  });

  test('is said once', () => {
    expect(merge({ metadata: { annotations: { a: `\${A}`, b: `\${B}` } } }).seen).toHaveLength(1);
  });

  test('is marked and not warned about where substitution is disabled', () => {
    const { marks, seen } = merge(withEnv(`\${A}`), { fluxSubstitute: 'disabled' });
    expect({ marks, seen }).toEqual({ marks: ['disabled'], seen: [] });
  });

  test('is left as it is where substitution is enabled', () => {
    expect(merge(withEnv(`\${A}`), { fluxSubstitute: 'enabled' })).toEqual({ marks: [undefined], seen: [] });
  });

  test.each(['labels', 'annotations'])('is not warned about where the override has the mark among its %s', (kind) => {
    const dgd = { ...withEnv(`\${A}`), metadata: { [kind]: { [SUBSTITUTE]: 'disabled' } } };
    expect(merge(dgd).seen).toEqual([]);
  });

  test('is looked for in each object', () => {
    const planner = { ...readRequest('planner-rapid').features.planner, log_dir: `/logs/\${RUN}` };
    const features = { planner, mocker: false };
    const { marks } = merge({}, { features, fluxSubstitute: 'disabled' }, 'planner-rapid');
    expect(marks).toEqual(['disabled', undefined]);
    expect(merge({}, { features }, 'planner-rapid').seen).toMatchObject([{ code: 'VARIABLES_AT_RISK', path: 'spec' }]);
  });

  test('is no matter under compat: reference', () => {
    expect(merge(withEnv(`\${A}`), { mends: REFERENCE }).seen).toEqual([]);
  });
});
