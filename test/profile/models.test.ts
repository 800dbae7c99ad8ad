import { describe, expect, it } from 'vitest';
import { findArchitecture, withModels } from '../../src/profile/models.ts';
import type { SuppliedModels } from '../../src/profile/supplied-models.ts';
import { openStreet } from '../../src/render/render.ts';
import { errorOf } from '../support/errors.ts';
import { data, engine, profileOf, wishedRequest } from '../support/profiles.ts';
import { collectWarnings } from '../support/warnings.ts';

const qwen = data.models().models['Qwen/Qwen3-8B']!;

function find(model: string, supplied: SuppliedModels = {}) {
  return findArchitecture(wishedRequest({ model }), withModels(engine, supplied));
}

/** The facts of an architecture, without what is worked out from them. */
const factsOf = (architecture: object): unknown => JSON.parse(JSON.stringify(architecture));

describe('models that are not bundled', () => {
  it('are known by the configuration that is supplied', () => {
    expect(factsOf(find('team/own', { 'team/own': qwen }))).toEqual(
      factsOf({ ...find('Qwen/Qwen3-8B'), id: 'team/own' }),
    );
    expect(find('team/own', { 'team/own': qwen }).weights).toMatchObject({ mostGpus: 32, dataType: 'bfloat16' });
  });

  it('take a supplied configuration before a bundled one', () => {
    const config = { ...qwen.config, num_hidden_layers: 3 };
    expect(find('Qwen/Qwen3-8B', { 'Qwen/Qwen3-8B': { config } }).layers).toBe(3);
    expect(find('Qwen/Qwen3-8B').layers).toBe(36);
  });

  it('rank like the bundled model with the same configuration', () => {
    const own = profileOf({ model: 'team/own' }, withModels(engine, { 'team/own': qwen })).profile;
    const rates = (profile: typeof own) => profile.picked.map(({ candidate }) => candidate.metrics.tokensPerSecPerGpu);
    expect(rates(own).length).toBeGreaterThan(0);
    expect(rates(own)).toEqual(rates(profileOf({}).profile));
    expect(own.picked[0]?.candidate.model).toBe('team/own');
  });

  it('name the way out when nothing is supplied', () => {
    const error = errorOf(() => find('team/own'));
    expect(error.code).toBe('MODEL_UNKNOWN');
    expect(error.hint).toContain('--model-config team/own=PATH');
    expect(error.hint).toContain('spec.models');
  });

  it('suggest the bundled id that was meant', () => {
    expect(errorOf(() => find('qwen/qwen3-8b')).hint).toMatch(/^did you mean Qwen\/Qwen3-8B\? Otherwise /);
  });

  it('suggest no other model', () => {
    expect(errorOf(() => find('Qwen/Qwen3-9B')).hint).not.toContain('did you mean');
  });

  it('name the command that fetches them, unless no hub has such an id', () => {
    expect(errorOf(() => find('acme/own-7B')).hint).toContain('`dgdr-render models add acme/own-7B`');
    expect(errorOf(() => find('/models/own')).hint).toMatch(/^supply its config.json with --model-config/);
  });

  it('suggest the model whose shape they most likely have', () => {
    const hint = errorOf(() => find('neuralmagic/Meta-Llama-3.1-8B-Instruct-FP8')).hint;
    expect(hint).toContain(
      '`--model-like neuralmagic/Meta-Llama-3.1-8B-Instruct-FP8=meta-llama/Meta-Llama-3.1-8B`, or fetch',
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('are not guessed from a name such as %s', (model) => {
    expect(errorOf(() => find(model)).code).toBe('MODEL_UNKNOWN');
  });

  it('of an unknown architecture have what a sizing needs, and no model', () => {
    const config = { ...qwen.config, architectures: ['OtherForCausalLM'] };
    const found = find('team/own', { 'team/own': { config } });
    expect(found).toMatchObject({
      name: 'OtherForCausalLM',
      standsFor: undefined,
      family: undefined,
      model: 'unmodelled',
    });
    expect(found.weights.bytes).toBe(find('team/own', { 'team/own': qwen }).weights.bytes);
  });

  it('of an unknown architecture are refused where a size is missing', () => {
    const { vocab_size: _, ...sizes } = qwen.config;
    const config = { ...sizes, architectures: ['OtherForCausalLM'] };
    const error = errorOf(() => find('team/own', { 'team/own': { config } }));
    expect([error.code, error.message]).toEqual(['FAMILY_UNSUPPORTED', expect.stringMatching(/needs: vocab_size$/)]);
  });
});

/** What is said of how a model is found. */
function notesOf(model: string, supplied: SuppliedModels = {}) {
  const { warn, seen } = collectWarnings();
  const architecture = findArchitecture(wishedRequest({ model }), withModels(engine, supplied), warn);
  return { architecture, notes: seen.map(({ code, message }) => `${code}: ${message}`) };
}

describe('models of the catalogue', () => {
  it('are bundled where their facts are published', () => {
    const { architecture, notes } = notesOf('Qwen/Qwen3-14B');
    expect({ layers: architecture.layers, notes }).toEqual({ layers: 40, notes: [] });
  });

  it('are known by other names, and the support matrix is asked for the bundled one', () => {
    const { architecture, notes } = notesOf('meta-llama/Llama-3.1-8B-Instruct');
    const names = { id: 'meta-llama/Llama-3.1-8B-Instruct', like: 'meta-llama/Meta-Llama-3.1-8B' };
    expect(factsOf(architecture)).toEqual(factsOf({ ...find('meta-llama/Meta-Llama-3.1-8B'), ...names }));
    const says = 'meta-llama/Llama-3.1-8B-Instruct has the shape of the bundled model meta-llama/Meta-Llama-3.1-8B';
    expect(notes).toEqual([`MODEL_ALIAS: ${says}`]);
    const { profile } = profileOf({ model: 'meta-llama/Llama-3.1-8B-Instruct' });
    expect(profile.explanation.support).toMatchObject([{ source: 'matrix', isSupported: true }]);
    expect(profile.picked[0]?.candidate.model).toBe('meta-llama/Llama-3.1-8B-Instruct');
  });

  it('may have other lengths, and weights in another format', () => {
    const long = find('Qwen/Qwen3-30B-A3B-Instruct-2507-FP8');
    expect(long).toMatchObject({ contextLength: 262_144, quant: { gemm: 'fp8_block', moe: 'fp8_block' } });
    const { architecture, notes } = notesOf('RedHatAI/Qwen3-8B-FP8-dynamic');
    expect(architecture.quant).toMatchObject({ gemm: 'fp8', moe: 'fp8' });
    expect(notes[0]).toContain(', its weights in fp8-channel');
    expect(notesOf('nytopop/Qwen3-8B.w8a8').notes[0]).toContain(', its weights in int8-channel, by its name alone');
  });

  it('are no models to the reference, which knows those of its data', () => {
    const request = wishedRequest({ model: 'Qwen/Qwen3-14B', compat: 'reference' });
    expect(errorOf(() => findArchitecture(request, engine)).code).toBe('MODEL_UNKNOWN');
  });
});

describe('models that a user says are like others', () => {
  it.each([
    ['a model of the data', 'Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
    ['a model of the catalogue', 'Qwen/Qwen3-14B', 'Qwen/Qwen3-14B'],
    ['another name', 'meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Meta-Llama-3.1-8B'],
  ])('have the shape of %s', (_, like, bundled) => {
    const own = find('team/own', { 'team/own': { like } });
    expect(factsOf(own)).toEqual(factsOf({ ...find(bundled), id: 'team/own', like: bundled }));
  });

  it('are themselves where they are bundled, which is said', () => {
    const { architecture, notes } = notesOf('Qwen/Qwen3-8B', { 'Qwen/Qwen3-8B': { like: 'Qwen/Qwen3-32B' } });
    expect(architecture.layers).toBe(36);
    expect(notes).toEqual([
      'FIELD_IGNORED: Qwen/Qwen3-8B is bundled itself; that it is like Qwen/Qwen3-32B counts for nothing',
    ]);
  });

  it('are that before they are what the catalogue says', () => {
    const id = 'meta-llama/Llama-3.1-8B-Instruct';
    expect(notesOf(id, { [id]: { like: 'Qwen/Qwen3-8B' } })).toMatchObject({ architecture: { layers: 36 }, notes: [] });
  });

  it('are none where the other is unknown', () => {
    const error = errorOf(() => find('team/own', { 'team/own': { like: 'qwen/qwen3-8b' } }));
    expect(error.message).toBe('model team/own is said to be like qwen/qwen3-8b, which is not bundled');
    expect(error.hint).toBe('did you mean Qwen/Qwen3-8B? dgdr-render models list has the models that are bundled');
  });
});

describe('what is said of a model is an input of a lock', () => {
  const inputsWith = (models: SuppliedModels, model = 'team/own') => {
    return openStreet(() => engine, models).inputs(wishedRequest({ model }));
  };

  it.each<[string, SuppliedModels, object]>([
    [
      'the model that it is like, by its name',
      { 'team/own': { like: 'Qwen/Qwen3-8B' } },
      { modelLike: 'Qwen/Qwen3-8B' },
    ],
    ['a configuration, by its content', { 'team/own': qwen }, { modelConfig: expect.stringMatching(/^sha256:/) }],
    ['nothing of other models', { 'team/other': qwen }, {}],
  ])('%s', (_, models, more) => {
    expect(inputsWith(models)).toEqual({ ...inputsWith({}), ...more });
  });
});
