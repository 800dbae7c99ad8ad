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
    expect(find('team/own', { 'team/own': qwen })).toEqual({ ...find('Qwen/Qwen3-8B'), id: 'team/own' });
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

  it('of an unknown architecture are not guessed', () => {
    const config = { ...qwen.config, architectures: ['OtherForCausalLM'] };
    expect(errorOf(() => find('team/own', { 'team/own': { config } })).code).toBe('FAMILY_UNSUPPORTED');
  });
});
