import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { requestYaml } from '../support/requests.ts';
import { folderWith, run } from './harness.ts';

const street = openStreet(openEngines(), {});
const SPEC = 'backend: vllm\nsla: {ttft: 2000, itl: 20}\nworkload: {isl: 4000, osl: 500}';
const CHAT = requestYaml({ spec: SPEC });
const project = (...lines: readonly string[]): string =>
  `apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nspec:\n${lines.map((line) => `  ${line}\n`).join('')}`;

const call = (cwd: string, ...argv: readonly string[]) => run(argv, { cwd, street });

describe('a wish', () => {
  test('of the project file is obeyed, stands in the graph, and is the cause that check names', async () => {
    const cwd = folderWith({ 'chat.yaml': CHAT });
    expect(await call(cwd, 'render', '.', '--beside')).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, 'dgdr-render.yaml'), project('servingMode: agg', 'memoryHeadroom: 10%'));
    const { code, stderr, stdout } = await call(cwd, 'check', '.');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain('wishes (none -> servingMode agg and memoryHeadroom 10%)');
    expect(stderr).toMatch(
      /info WISH_COSTS dgdr-render\.yaml:4 spec\.servingMode: servingMode agg and memoryHeadroom 10%: agg with vllm/,
    );
    expect(await call(cwd, 'render', '.', '--beside')).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'chat.dgd.yaml'), 'utf8')).toContain(
      ', as wished: servingMode agg and memoryHeadroom 10%',
    );
    expect(await call(cwd, 'check', '.')).toMatchObject({ code: 0 });
  });

  test('of a request goes before those of the call, which say so', async () => {
    const head = 'annotations:\n  dgdr-render.dev/serving-mode: agg';
    const cwd = folderWith({ 'chat.yaml': requestYaml({ spec: SPEC, head }) });
    const { stdout, stderr } = await call(cwd, 'profile', 'chat.yaml', '--serving-mode', 'disagg', '--format', 'json');
    expect(JSON.parse(stdout).requests[0].verdict.wishes.servingMode).toBe('agg');
    expect(stderr).toMatch(/warning OPTION_OVERRULED chat\.yaml:6 .*--serving-mode says disagg/);
    expect(stderr).toMatch(/info WISH_COSTS chat\.yaml:6 spec\.servingMode/);
  });

  test('that leaves nothing is an error where it stands', async () => {
    const cwd = folderWith({
      'chat.yaml': CHAT.replace('totalGpus: 8', 'totalGpus: 2'),
      'dgdr-render.yaml': project('memoryHeadroom: 85%'),
    });
    const { code, stderr } = await call(cwd, 'render', 'chat.yaml');
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(
        'error NO_FEASIBLE_CONFIG dgdr-render.yaml:4 spec.memoryHeadroom: no configuration of Qwen/Qwen3-32B',
      ),
    ]);
  });

  test.each([
    'memoryHeadroom: 10',
    'memoryHeadroom: 91%',
    'servingMode: both',
    'prices: {h200: {perGpuHour: 1, currency: USD}}',
    'prices: {h200_sxm: {perGpuHour: 0, currency: USD}}',
    'prices: {h200_sxm: {perGpuHour: 1, currency: usd}}',
    'models: [{id: a/b, like: c/d}, {id: a/b, config: models/b}]',
  ])('that cannot be read stops the requests of its file: %s', async (line) => {
    const cwd = folderWith({ 'chat.yaml': CHAT, 'dgdr-render.yaml': project(line) });
    const { code, stderr } = await call(cwd, 'profile', 'chat.yaml');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error CONFIG_INVALID dgdr-render\.yaml:4 spec\.\w+/)]);
  });
});

test.each([
  ['a call without a mode', '', ['--kv-events', 'exact'], 'spec.routing.kvEvents: KV events are asked for'],
  [
    'a call, of a request with another mode',
    'router-mode: random',
    ['--kv-events', 'exact'],
    'KV events are asked for',
  ],
  [
    'an annotation without a mode',
    'kv-events: exact',
    [],
    'chat.yaml:6 metadata.annotations.dgdr-render.dev/kv-events',
  ],
  ['a call that overrules no mode kv', 'router-mode: kv', ['--kv-events', 'approximate'], ''],
])('KV events that nothing reads are said to have no effect: %s', async (_, annotation, argv, words) => {
  const head = annotation === '' ? '' : `annotations:\n  dgdr-render.dev/${annotation}`;
  const cwd = folderWith({ 'chat.yaml': requestYaml({ spec: SPEC, head }) });
  const { code, stderr } = await call(cwd, 'render', 'chat.yaml', ...argv);
  const told = stderr.split('\n').filter((line) => line.startsWith('warning FIELD_IGNORED'));
  expect([code, told]).toEqual([0, words === '' ? [] : [expect.stringContaining(words)]]);
});

describe('lock --take', () => {
  const takeOf = (cwd: string): unknown =>
    parse(readFileSync(join(cwd, 'dgdr.lock.yaml'), 'utf8')).requests[0].inputs.take;

  test('pins a ranked row until its request is picked anew', async () => {
    const cwd = folderWith({ 'chat.yaml': CHAT });
    expect(await call(cwd, 'lock', '--take', 'default/chat=disagg:2')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^default\/chat: locked: disagg .*, as wished: take disagg:2\n$/),
    });
    const [first, again] = [await call(cwd, 'render', 'chat.yaml'), await call(cwd, 'render', 'chat.yaml', '--frozen')];
    expect([first.code, again]).toEqual([0, first]);
    expect(first.stdout).toContain('as wished: take disagg:2');
    expect((await call(cwd, 'lock')).stdout).toBe('');
    expect(takeOf(cwd)).toBe('disagg:2');
    const { stdout } = await call(cwd, 'lock', '--update', 'chat');
    expect([stdout.includes('inputs.take: - disagg:2'), takeOf(cwd)]).toEqual([true, undefined]);
  });

  test.each([
    [['--take', 'chat=disagg:9'], 1, 'error TAKE_IMPOSSIBLE'],
    [['--take', 'other=disagg:1'], 1, 'error INPUT_NOT_FOUND: there is no request other to take a row of'],
    [['--take', 'chat'], 2, '--take chat is not NAME=agg:N or NAME=disagg:N'],
    [['--take', 'chat=both:1'], 2, '--take chat=both:1 is not NAME=agg:N or NAME=disagg:N'],
    [['--take', 'chat=agg:1', '--from-cluster'], 2, '--take has no effect beside --from-cluster'],
  ])('%j locks nothing', async (args, code, words) => {
    const cwd = folderWith({ 'chat.yaml': CHAT });
    const { stderr, ...result } = await call(cwd, 'lock', ...args);
    expect([result.code, stderr]).toEqual([code, expect.stringContaining(words)]);
    expect(() => takeOf(cwd)).toThrow('ENOENT');
  });

  test('names what to call where it found no request', async () => {
    const { code, stderr } = await call(folderWith({}), 'lock', '--take', 'chat=disagg:1');
    expect([code, stderr]).toEqual([1, expect.stringContaining('hint: name the files or folders of the requests\n')]);
  });

  /** Two namespaces, each with a request chat, and one of them with another. */
  const namesakes = (): string =>
    folderWith({
      'team-a.yaml': CHAT.replace('  name: chat', '  name: chat\n  namespace: team-a'),
      'team-b.yaml': CHAT.replace('  name: chat', '  name: chat\n  namespace: team-b'),
      'code.yaml': CHAT.replace('  name: chat', '  name: code\n  namespace: team-a'),
    });

  test.each([
    [['--take', 'chat=disagg:2'], '--take chat fits 2 requests: say which of team-a/chat, team-b/chat'],
    [['--update', 'chat'], '--update chat fits 2 requests: say which of team-a/chat, team-b/chat'],
    [
      ['--take', 'team-a/chat=agg:2', '--take', 'team-a/chat=disagg:2'],
      '--take names team-a/chat twice: one row can be taken',
    ],
    [['--take', 'code=agg:2', '--take', 'team-a/code=agg:3'], '--take names team-a/code twice: one row can be taken'],
  ])('%j is a wrong call', async (args, words) => {
    const cwd = namesakes();
    const { code, stdout, stderr } = await call(cwd, 'lock', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`dgdr-render: ${words}\n`);
    expect(() => takeOf(cwd)).toThrow('ENOENT');
  });

  test('is for the request of the namespace that is named, and of a bare name where one request has it', async () => {
    const cwd = namesakes();
    const take = ['--take', 'team-b/chat=disagg:2', '--take', 'code=disagg:1'];
    expect(await call(cwd, 'lock', ...take)).toMatchObject({ code: 0 });
    const { requests } = parse(readFileSync(join(cwd, 'dgdr.lock.yaml'), 'utf8'));
    const taken = requests.map((one: { namespace: string; name: string; inputs: { take?: string } }) => [
      `${one.namespace}/${one.name}`,
      one.inputs.take,
    ]);
    expect(Object.fromEntries(taken)).toEqual({
      'team-a/chat': undefined,
      'team-b/chat': 'disagg:2',
      'team-a/code': 'disagg:1',
    });
  });
});
