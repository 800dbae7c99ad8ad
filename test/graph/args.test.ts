import { describe, expect, test } from 'vitest';
import { emitTokens, flagValue, hasFlag, missingTokens } from '../../src/graph/args.ts';

describe('emitTokens', () => {
  test('writes flag and value as two tokens, switches alone, lists one token a number, and the first row of a flag', () => {
    const tokens = emitTokens<number>(
      [
        ['--a', (n) => n],
        ['--on', () => true],
        ['--off', () => false],
        ['--none', () => undefined],
        ['--list', () => [1, 2]],
        ['--a', () => 9],
      ],
      7,
    );
    expect(tokens).toEqual(['--a', '7', '--on', '--list', '1', '2']);
  });
});

describe('flags in arguments', () => {
  test.each([
    ['two tokens', ['--flag-name', 'x'], 'x'],
    ['one token', ['--flag-name=x'], 'x'],
    ['underscores', ['--flag_name=a=b'], 'a=b'],
    ['the last of several', ['--flag-name', 'x', '--flag-name=y'], 'y'],
    ['absent', ['--flag', 'x'], undefined],
    ['without a value', ['--flag-name'], undefined],
  ])('%s', (_name, args, value) => {
    expect(flagValue(args, '--flag-name')).toBe(value);
    expect(hasFlag(args, '--flag-name')).toBe(!args.includes('--flag'));
  });

  test('a flag is missing unless it or an alias is set', () => {
    const flags = [{ flag: '--a', value: '1' }, { flag: '--b', aliases: ['--old-b'] }, { flag: '--c' }];
    expect(missingTokens(flags, ['--old-b', '--c'])).toEqual(['--a', '1']);
  });
});
