import { describe, expect, it } from 'vitest';
import { addModelCommand, isHubId } from '../src/model-ids.ts';

describe('an id of a hub', () => {
  it.each(['gpt2', 'Qwen/Qwen3-8B', '01-ai/Yi-1.5-34B', 'nvidia/Llama-3_3-Nemotron', 'a/_b', `a/${'b'.repeat(190)}`])(
    'may be %s',
    (id) => {
      expect(isHubId(id)).toBe(true);
    },
  );

  it.each([
    ...[
      '',
      '/',
      'a/',
      '/a',
      'a/b/c',
      '..',
      'a/..',
      '../a',
      './a',
      '.a',
      'a/.b',
      'a..b',
      'a.',
      'a b',
      'a\\b',
      'a\n',
      '-a',
    ],
    ...['ä', 'a/b\0', '~/m', 'C:/m', `a/${'b'.repeat(191)}`],
  ])('is never %j', (id) => {
    expect(isHubId(id)).toBe(false);
  });
});

describe('the command that fetches a model', () => {
  it.each([
    ['q.yaml', 'dgdr-render models add a/b'],
    ['', 'dgdr-render models add a/b'],
    ['apps/chat/q.yaml', 'dgdr-render models add a/b'],
    ['../apps/q.yaml', 'dgdr-render models add a/b --to ../apps'],
    ['../q.yaml', 'dgdr-render models add a/b --to ..'],
    ['/srv/apps/q.yaml', 'dgdr-render models add a/b --to /srv/apps'],
    ["../my app's/q.yaml", "dgdr-render models add a/b --to '../my app'\\''s'"],
  ])('puts it where a request of %s finds it', (file, command) => {
    expect(addModelCommand('a/b', file)).toBe(command);
  });

  it('is none for what no hub has', () => {
    expect(addModelCommand('/models/own', 'q.yaml')).toBeUndefined();
  });
});
