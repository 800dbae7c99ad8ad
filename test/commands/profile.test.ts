import { expect, test } from 'vitest';
import { folderWith, request, run } from './harness.ts';

test('json is an array with an element a request, of a fixed shape', async () => {
  const cwd = folderWith({
    'q.yaml': `${request('a')}---\n${request('b').replace('  name: b', '  name: b\n  namespace: prod')}`,
  });
  const { code, stdout } = await run(['profile', '--format', 'json', 'q.yaml'], { cwd });
  expect(code).toBe(0);
  const [first, second] = JSON.parse(stdout);
  expect(Object.keys(first)).toEqual([
    ...[
      'name',
      'namespace',
      'system',
      'backend',
      'backendVersion',
      'pickingMode',
      'chosen',
      'latencies',
      'experiments',
      'picked',
    ],
  ]);
  expect(first).toMatchObject({
    name: 'a',
    namespace: null,
    latencies: { ttft: 100.5 },
    experiments: { agg: { bestThroughput: 900.125 } },
  });
  expect(second).toMatchObject({ name: 'b', namespace: 'prod' });
});

/** The ranked table of the fake street's one candidate. */
const RANKED = [
  'rank  tokens/s/GPU  tokens/s/user  ttft ms  tpot ms  request ms  concurrency  GPUs  backend  parallel          batch  memory GiB',
  '   1       900.125            100    100.5       10     1100.25            8     4  vllm     tp4pp1dp1etp1ep1      8        60.5',
];

test('text is ranked tables with units', async () => {
  const cwd = folderWith({ 'q.yaml': request('a') });
  expect((await run(['profile', 'q.yaml'], { cwd })).stdout).toBe(
    [
      'a: a/b on h200_sxm, vllm 0.19.0 (aiconfigurator 0.10.0), picking default',
      'chosen: agg, ttft 100.5 ms, tpot 10 ms, request 1100.25 ms',
      '',
      'picked',
      ...RANKED,
      '',
      'agg, best 900.125 tokens/s/GPU',
      ...RANKED,
      '',
    ].join('\n'),
  );
});

test('a request that fails does not hide the others', async () => {
  const cwd = folderWith({ 'q.yaml': `${request('a', 'fail: true')}---\n${request('b')}` });
  const { code, stdout, stderr } = await run(['profile', '--format', 'json', 'q.yaml'], { cwd });
  expect({ code, names: JSON.parse(stdout).map(({ name }: { name: string }) => name) }).toEqual({
    code: 1,
    names: ['b'],
  });
  expect(stderr).toContain('error REQUEST_INVALID q.yaml:7');
});

test.each([
  { argv: [], code: 2, says: 'a file, a folder, a glob or - was expected' },
  { argv: ['--format', 'xml', 'q.yaml'], code: 2, says: '--format xml is not one of json, text' },
  { argv: ['foreign.yaml'], code: 1, says: 'error NO_REQUESTS' },
])('profile $argv: exit code $code', async ({ argv, code, says }) => {
  const cwd = folderWith({ 'foreign.yaml': 'a: 1\n', 'q.yaml': request('q') });
  const result = await run(['profile', ...argv], { cwd });
  expect(result.code).toBe(code);
  expect(result.stderr).toContain(says);
});
