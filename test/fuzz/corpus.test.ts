import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultOf, TARGETS, type TargetName } from './targets.ts';

const CORPUS = join(import.meta.dirname, '../../fixtures/hostile/fuzz');
const NAMES = Object.keys(TARGETS) as TargetName[];

function corpusOf(name: TargetName): Uint8Array[] {
  const folder = join(CORPUS, name);
  return existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file))) : [];
}

describe('inputs that fuzzing kept', () => {
  test.each(NAMES)('and those that it starts from have a right answer: %s', (name) => {
    const inputs = [...TARGETS[name].seeds(), ...corpusOf(name)];
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.map((input) => faultOf(TARGETS[name], input)).filter((fault) => fault !== undefined)).toEqual([]);
  });

  test.each(NAMES)('start from some that are sound: %s', (name) => {
    const isSound = (input: Uint8Array): boolean => {
      try {
        TARGETS[name].run(input);
        return true;
      } catch {
        return false;
      }
    };
    expect(TARGETS[name].seeds().some(isSound)).toBe(true);
  });

  test('belong to a target each', () => {
    const folders = readdirSync(CORPUS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !(name in TARGETS))).toEqual([]);
  });

  test('a wrong answer, and what has no code, would be told', () => {
    const failing = (error: unknown) => () => {
      throw error;
    };
    expect(faultOf({ run: failing(new TypeError('x')) }, new Uint8Array())?.message).toBe('x');
    expect(faultOf({ run: failing('text') }, new Uint8Array())?.message).toBe('text');
  });
});
