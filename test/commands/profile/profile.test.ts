import { expect, test } from 'vitest';
import { folderWith, request, run } from '../harness.ts';

test('json has a schema version and an element a request', async () => {
  const cwd = folderWith({
    'q.yaml': `${request('a', 'warn: true')}---\n${request('b').replace('  name: b', '  name: b\n  namespace: prod')}`,
  });
  const { code, stdout } = await run(['profile', '--format', 'json', 'q.yaml'], { cwd });
  expect(code).toBe(0);
  const { schemaVersion, requests } = JSON.parse(stdout);
  expect(schemaVersion).toBe(1);
  const [first, second] = requests;
  expect(Object.keys(first)).toEqual(['verdict', 'ranked', 'front', 'warnings', 'experiments', 'picked']);
  expect(first).toMatchObject({
    verdict: { name: 'a', performance: { ttftMs: 100.5, itlMs: 10 }, deployment: { replicas: 1, gpus: 4 } },
    warnings: [{ code: 'FIELD_IGNORED', path: 'spec.warn' }],
    experiments: { agg: { bestThroughput: 900.125, top: [{ ttft: 100.5, tpot: 10 }] } },
  });
  expect(second).toMatchObject({ verdict: { name: 'b', namespace: 'prod' }, warnings: [] });
});

test('text begins with the verdict in words', async () => {
  const cwd = folderWith({ 'q.yaml': request('a') });
  expect((await run(['profile', 'q.yaml'], { cwd })).stdout).toMatchInlineSnapshot(`
    "a: a/b on h200_sxm, isl 4000, osl 1000
      pick    agg with vllm 0.19.0: 1 replica of 1x tp4 b8 on 4 of 8 GPUs
      serves  0 requests/s of 8 concurrent users, 0 tokens/s (900.125 a GPU)
      ttft    100.5 ms, default target 2000 ms: met
      itl     10 ms (100 tokens/s a user), default target 30 ms: met
      memory  60.5 of 80 GiB a GPU, 24.4 % (19.5 GiB) free
      engine  aiconfigurator 0.10.0, in place of aisimulate 0.12.0 of Dynamo 1.5, which does not have
              the model's family

    agg
    rank  workers    replicas  GPUs  tokens/s/GPU  requests/s  users  ttft ms  itl ms  free GiB  targets
       1  1x tp4 b8         1     4       900.125           0      8    100.5      10      19.5  met

    tp tensor parallel, pp pipeline parallel, dp data parallel attention, etp tensor parallel experts,
    ep expert parallel, cp context parallel, b batch of a rank; sizes of 1 are left out
    "
  `);
});

test('as many columns as were asked for, and rows', async () => {
  const cwd = folderWith({ 'q.yaml': request('a') });
  const argv = ['profile', '--columns', 'rank,itl,memory', '--top', '1', 'q.yaml'];
  expect((await run(argv, { cwd })).stdout).toContain('rank  itl ms  memory GiB\n   1      10        60.5\n');
});

test('csv has a line a ranked row, and text that is no formula', async () => {
  const cwd = folderWith({ 'q.yaml': request('a') });
  const { stdout } = await run(['profile', '--format', 'csv', '--columns', 'rank,itl', 'q.yaml'], { cwd });
  expect(stdout).toBe('request,namespace,model,card,rank,itl ms\r\na,,a/b,h200_sxm,1,10\r\n');
});

test('markdown is a heading, a list and a table', async () => {
  const cwd = folderWith({ 'q.yaml': request('a') });
  expect((await run(['profile', '--format', 'markdown', 'q.yaml'], { cwd })).stdout).toMatchInlineSnapshot(`
    "### a: a/b on h200_sxm, isl 4000, osl 1000

    - **pick**: agg with vllm 0.19.0: 1 replica of 1x tp4 b8 on 4 of 8 GPUs
    - **serves**: 0 requests/s of 8 concurrent users, 0 tokens/s (900.125 a GPU)
    - **ttft**: 100.5 ms, default target 2000 ms: met
    - **itl**: 10 ms (100 tokens/s a user), default target 30 ms: met
    - **memory**: 60.5 of 80 GiB a GPU, 24.4 % (19.5 GiB) free
    - **engine**: aiconfigurator 0.10.0, in place of aisimulate 0.12.0 of Dynamo 1.5, which does not have the model's family

    agg

    | rank | workers | replicas | GPUs | tokens/s/GPU | requests/s | users | ttft ms | itl ms | free GiB | targets |
    | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
    | 1 | 1x tp4 b8 | 1 | 4 | 900.125 | 0 | 8 | 100.5 | 10 | 19.5 | met |

    tp tensor parallel, pp pipeline parallel, dp data parallel attention, etp tensor parallel experts, ep expert parallel, cp context parallel, b batch of a rank; sizes of 1 are left out
    "
  `);
});

test('a chart stands between verdict and rankings', async () => {
  const cwd = folderWith({ 'q.yaml': request('a') });
  const { stdout } = await run(['profile', '--chart', 'q.yaml'], { cwd });
  const places = ['  engine ', '* pick, A agg, D disagg', 'rank  workers'].map((text) => stdout.indexOf(text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('svg is a figure of the one request', async () => {
  const cwd = folderWith({ 'q.yaml': request('a'), 'two.yaml': `${request('a')}---\n${request('b')}` });
  const { stdout } = await run(['profile', '--format', 'svg', 'q.yaml'], { cwd });
  expect(stdout).toMatch(/^<svg [^>]+><title>a: a\/b on h200_sxm.*>pick<.*<\/svg>\n$/s);
  const { code, stderr } = await run(['profile', '--format', 'svg', 'two.yaml'], { cwd });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('draws one request') });
});

test('a request that fails does not hide the others', async () => {
  const cwd = folderWith({ 'q.yaml': `${request('a', 'fail: true')}---\n${request('b')}` });
  const { code, stdout, stderr } = await run(['profile', '--format', 'json', 'q.yaml'], { cwd });
  expect({
    code,
    names: JSON.parse(stdout).requests.map(({ verdict }: { verdict: { name: string } }) => verdict.name),
  }).toEqual({
    code: 1,
    names: ['b'],
  });
  expect(stderr).toContain('error REQUEST_INVALID q.yaml:7');
});

test.each([
  { argv: [], code: 2, says: 'a file, a folder, a glob or - was expected' },
  { argv: ['--format', 'xml', 'q.yaml'], code: 2, says: '--format xml is not one of text, json, csv, markdown, svg' },
  { argv: ['--top', '0', 'q.yaml'], code: 2, says: '--top 0 is not a number from 1 on' },
  { argv: ['--columns', 'rank,tpot', 'q.yaml'], code: 2, says: '--columns tpot is not one of rank, mode, backend, ' },
  { argv: ['--columns', 'rank', '--format', 'json', 'q.yaml'], code: 2, says: '--columns is for --format text, csv, ' },
  { argv: ['--chart', '--format', 'csv', 'q.yaml'], code: 2, says: '--chart is for --format text alone, not csv' },
  { argv: ['foreign.yaml'], code: 1, says: 'error NO_REQUESTS' },
])('profile $argv: exit code $code', async ({ argv, code, says }) => {
  const cwd = folderWith({ 'foreign.yaml': 'a: 1\n', 'q.yaml': request('q') });
  const result = await run(['profile', ...argv], { cwd });
  expect(result.code).toBe(code);
  expect(result.stderr).toContain(says);
});
