import { describe, expect, it } from 'vitest';
import { findArchitecture, type SuppliedModels, withModels } from '../../src/profile/models.ts';
import { errorOf } from '../support/errors.ts';
import { data, engine, profileOf, wishedRequest } from '../support/profiles.ts';

const qwen = data.models().models['Qwen/Qwen3-8B']!;

function find(model: string, supplied: SuppliedModels = {}) {
  return findArchitecture(wishedRequest({ model }), withModels(engine, supplied));
}

describe('models that are not bundled', () => {
  it('are known by the configuration that is supplied', () => {
    const { model, weights, ...facts } = find('Qwen/Qwen3-8B');
    const own = find('team/own', { 'team/own': qwen });
    expect(own).toMatchObject({ ...facts, id: 'team/own' });
    expect(own.weights).toMatchObject({ bytes: weights.bytes, mostGpus: 32, dataType: 'bfloat16' });
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
    expect(errorOf(() => find('qwen/qwen3-8b')).hint).toContain('did you mean Qwen/Qwen3-8B?');
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
