import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openKnownModels } from '../../src/perfdb/known-models.ts';
import { folderWith } from '../commands/harness.ts';
import { errorOf } from '../support/errors.ts';

const CONFIGS = { 'a/b': { parameters: 7, config: { layers: 1 } } };
const ALIASES = { 'c/d': { like: 'a/b', set: { layers: 2 } }, 'e/f': { like: 'g/h', format: 'none', parameters: 9 } };
const TEXT = JSON.stringify({ formats: { none: {} }, configs: CONFIGS, aliases: ALIASES, likely: { 'i/j': 'a/b' } });

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const indexFor = (text: string): string => JSON.stringify({ format: 1, files: { 'models.json': hashOf(text) } });

function openWith(files: Readonly<Record<string, string>>) {
  const others = [
    {
      models: { 'g/h': { config: { layers: 3 }, hfQuantConfig: undefined } },
      families: {},
      defaultModels: new Set<string>(),
    },
  ];
  return openKnownModels(() => others, folderWith(files));
}

describe('known models', () => {
  it('are those of the catalogue, and of other data', () => {
    const known = openWith({ 'index.json': indexFor(TEXT), 'models.json': TEXT });
    expect(known.files('a/b')).toEqual({ config: { layers: 1 }, hfQuantConfig: undefined });
    expect(known.files('g/h')?.config).toEqual({ layers: 3 });
    expect([known.files('x/y'), known.alias('a/b'), known.likely('i/j')]).toEqual([undefined, undefined, 'a/b']);
    expect([known.parameters('a/b'), known.parameters('g/h')]).toEqual([7, undefined]);
    expect(known.ids()).toEqual(['g/h', 'a/b', 'c/d', 'e/f']);
    expect([known.described(), known.aliases()]).toEqual([
      ['g/h', 'a/b'],
      ['c/d', 'e/f'],
    ]);
    const alias = known.alias('c/d')!;
    expect(alias).toEqual({
      like: 'a/b',
      format: undefined,
      isByName: false,
      set: { layers: 2 },
      parameters: undefined,
    });
    expect(known.aliasFiles(alias, known.files('a/b')!).config).toEqual({ layers: 2 });
  });

  it('are not read before one is asked for', () => {
    expect(() => openWith({})).not.toThrow();
  });

  it.each([
    ['no catalogue', {}, 'INPUT_NOT_FOUND', 'no catalogue of models: cannot read index.json (ENOENT)'],
    ['an index that is no JSON', { 'index.json': '[' }, 'PERFDB_INVALID', 'index.json of the catalogue is not JSON'],
    [
      'another format',
      { 'index.json': '{"format": 2}' },
      'PERFDB_INVALID',
      'the catalogue has format 2, this release reads 1',
    ],
    [
      'another file',
      { 'index.json': indexFor(TEXT), 'models.json': `${TEXT} ` },
      'PERFDB_INVALID',
      'is not the file that its index.json was made with',
    ],
    [
      'a part missing',
      { 'index.json': indexFor('{}'), 'models.json': '{}' },
      'PERFDB_INVALID',
      'models.json of the catalogue lacks a part',
    ],
  ])('with %s are refused', (_, files, code, message) => {
    const error = errorOf(() => openWith(files).files('a/b'));
    expect({ code: error.code, message: error.message }).toEqual({ code, message: expect.stringContaining(message) });
  });

  it('with a format that is not there are refused', () => {
    const known = openWith({ 'index.json': indexFor(TEXT), 'models.json': TEXT });
    const alias = { ...known.alias('c/d')!, format: 'odd' };
    expect(errorOf(() => known.aliasFiles(alias, known.files('a/b')!)).code).toBe('PERFDB_INVALID');
  });
});
