import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { parse } from 'yaml';
import GITLAB from '../../fixtures/ci/gitlab-codeclimate.schema.json' with { type: 'json' };
import { repositoryIn, type Scratch } from '../support/repository.ts';

const ROOT = join(import.meta.dirname, '../..');
const CI = join(ROOT, 'plugin/ci');
const XSD = readFileSync(join(ROOT, 'fixtures/ci/junit-10.xsd'), 'utf8');

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'dgdr-render-ci-'));
  cleanups.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const chat = (sla: string): string => `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: chat}
spec:
  model: Qwen/Qwen3-32B
  backend: vllm
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1
  hardware: {gpuSku: h200_sxm, totalGpus: 8, numGpusPerNode: 8}
  workload: {isl: 4000, osl: 500}
  sla: ${sla}
`;

interface Comment {
  readonly id: number;
  body: string;
  readonly author: string;
}

/** A service that keeps the comments of pull request 7, with what GitHub and GitLab take and give of it. */
async function service(comments: Comment[], me: string) {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://service');
    const { method = '', headers } = request;
    calls.push(`${method} ${pathname}`);
    const isKnown = headers.authorization === 'Bearer secret' || headers['private-token'] === 'secret';
    const answer = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (!isKnown) return answer(401, {});
    if (pathname === '/user') return answer(200, { username: me });
    const id = Number(/comments\/(\d+)$|notes\/(\d+)$/.exec(pathname)?.slice(1).find(Boolean));
    if (method === 'GET') {
      const page = Number(searchParams.get('page'));
      const size = Number(searchParams.get('per_page'));
      return answer(200, comments.slice((page - 1) * size, page * size).map(toJson));
    }
    const { body } = JSON.parse(await textOf(request)) as { body: string };
    const known = comments.find((one) => one.id === id);
    if (known !== undefined) known.body = body;
    else comments.push({ id: comments.length + 1, body, author: me });
    return answer(known === undefined ? 201 : 200, {});
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  cleanups.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

const toJson = ({ id, body, author }: Comment) => ({ id, body, user: { login: author }, author: { username: author } });

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

interface Ran {
  readonly code: number;
  readonly output: string;
}

function bash(
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: Record<string, string> },
): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      'bash',
      ['-c', script],
      { cwd, env: { PATH: process.env.PATH ?? '', ...env } },
      (error, stdout, stderr) => {
        done({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
      },
    );
  });
}

/** A repository whose graph is committed on main. */
async function deployed(): Promise<Scratch> {
  const scratch = repositoryIn(folder(), { 'serving/chat.yaml': chat('{ttft: 2000, itl: 60}') });
  const rendered = await bash(`node ${ROOT}/dist/dgdr-render.mjs render --beside`, { cwd: scratch.folder, env: {} });
  expect(rendered.code).toBe(0);
  scratch.commit('deploy');
  return scratch;
}

/** What actions/checkout leaves of a pull request: a commit that merges it into its base. */
function propose({ git, write, commit }: Scratch, sla: string): void {
  git('checkout', '--quiet', '-B', 'proposal', 'main');
  write({ 'serving/chat.yaml': chat(sla) });
  commit('propose');
  git('checkout', '--quiet', '--detach', 'main');
  git('merge', '--quiet', '--no-ff', '--message', 'merge', 'proposal');
}

describe('the action', () => {
  const action = parse(readFileSync(join(CI, 'action.yml'), 'utf8'));
  const [step, ...others] = action.runs.steps;

  /** Runs the action's step as a runner does: expressions of inputs become values of variables. */
  async function run(cwd: string, apiUrl: string, inputs: Record<string, string> = {}) {
    const temp = folder();
    const event = join(temp, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
    const inputOf = (expression: string): string => {
      const name = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? '';
      return inputs[name] ?? (name === 'token' ? 'secret' : action.inputs[name].default);
    };
    const own = Object.entries<string>(step.env).map(([name, expression]) => [name, inputOf(expression)]);
    const { code, output } = await bash(step.run, {
      cwd,
      env: {
        ...{ GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: CI, GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: 'o/r' },
        ...{ GITHUB_EVENT_PATH: event, RUNNER_TEMP: temp },
        ...{ GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') },
        ...Object.fromEntries(own),
      },
    });
    const read = (name: string): string => readFileSync(join(temp, name), 'utf8');
    return { code, output, outputs: read('output'), summary: read('summary') };
  }

  test('has one step, whose script holds nothing that others write', () => {
    expect(others).toEqual([]);
    expect(step.run).not.toContain('${{');
    expect(Object.keys(action.inputs).sort()).toEqual([
      'author',
      'comment',
      'fail',
      'output-dir',
      'paths',
      'ref',
      'token',
    ]);
  });

  test('comments on a pull request once, keeps its comment up to date, and fails what the operator refuses', async () => {
    const scratch = await deployed();
    const stranger = { id: 1, body: '<!-- dgdr-render diff: . -->\nmine', author: 'stranger' };
    const talk = Array.from({ length: 120 }, (_, i) => ({ id: i + 2, body: `comment ${i}`, author: 'someone' }));
    const comments: Comment[] = [stranger, ...talk];
    const { url, calls } = await service(comments, 'github-actions[bot]');

    propose(scratch, '{ttft: 2000, itl: 55}');
    const first = await run(scratch.folder, url);
    expect(first).toMatchObject({ code: 0, outputs: 'status=0\n' });
    const [own, ...more] = comments.filter(({ author }) => author === 'github-actions[bot]');
    expect(more).toEqual([]);
    expect(own?.body).toContain('**1 changed**'.replaceAll('*', ''));
    expect(own?.body).toContain('`request: spec.sla.itl: 60 -> 55`');
    expect(first.summary).toBe(own?.body);

    propose(scratch, '{ttft: 300, itl: 12}');
    const second = await run(scratch.folder, url);
    expect(second).toMatchObject({ code: 1, outputs: 'status=1\n' });
    expect(second.output).toContain('::error file=serving/chat.yaml,line=3,title=TOPOLOGY_CHANGED::');
    expect(comments.filter(({ author }) => author === 'github-actions[bot]')).toHaveLength(1);
    expect(own?.body).toContain('**1 changed; the operator refuses 1 update**');
    expect(own?.body).toContain('agg → disagg');
    expect(stranger.body).toBe('<!-- dgdr-render diff: . -->\nmine');
    expect(calls.at(-1)).toBe(`PATCH /repos/o/r/issues/comments/${own?.id}`);

    const tolerant = await run(scratch.folder, url, {
      fail: 'false',
      comment: 'false',
      paths: 'serving\nserving/chat.yaml\n',
    });
    expect(tolerant).toMatchObject({ code: 0, outputs: 'status=1\n' });
  });

  test('goes on where it may not comment, and takes a revision for nothing but that', async () => {
    const scratch = await deployed();
    const { url } = await service([], 'x');
    const refused = await run(scratch.folder, url, { token: 'wrong', ref: 'HEAD' });
    expect(refused).toMatchObject({ code: 0, outputs: 'status=0\n' });
    expect(refused.output).toContain('::warning title=dgdr-render::the comment could not be written');
    const hostile = await run(scratch.folder, url, { ref: '--output-dir=$(touch x)' });
    expect(hostile.code).toBe(1);
    expect(hostile.output).toContain('title=REVISION_INVALID');
  });

  test('takes each line of its paths for one path, whatever stands in it', async () => {
    const scratch = await deployed();
    const file = 'my requests/$(touch x) one.yaml';
    scratch.write({ [file]: chat('{ttft: 2000, itl: 55}').replace('name: chat', 'name: one') });
    scratch.commit('propose');
    const { url } = await service([], 'github-actions[bot]');
    const { code, summary } = await run(scratch.folder, url, { paths: `\n${file}\nserving\n` });
    expect(code).toBe(0);
    expect(summary.split('\n', 1)[0]).toBe(`<!-- dgdr-render diff: ${encodeURIComponent(file)} serving -->`);
    expect(summary).toContain('1 added');
    expect(() => readFileSync(join(scratch.folder, 'x'))).toThrow('ENOENT');
  });
});

describe("GitLab's job", () => {
  const { 'dgdr-diff': job } = parse(readFileSync(join(CI, 'gitlab.yml'), 'utf8'));

  /** The variables of a job, with programs that stand in for an installation of the package. */
  async function jobOf(base: string, url: string, paths: string = job.variables.DGDR_PATHS) {
    const bin = folder();
    mkdirSync(join(bin, 'modules'));
    await bash(`ln -s ${ROOT} modules/dgdr-render`, { cwd: bin, env: {} });
    const programs = {
      'dgdr-render': `exec node ${ROOT}/dist/dgdr-render.mjs "$@"`,
      npm: `[ "$*" = "root --global" ] && echo ${bin}/modules`,
    };
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    return {
      PATH: `${bin}:${process.env.PATH}`,
      ...{
        GITLAB_CI: 'true',
        CI_API_V4_URL: url,
        // Of a merge request from a fork the job has the project of the fork.
        ...{ CI_PROJECT_ID: '4', CI_MERGE_REQUEST_PROJECT_ID: '3' },
        CI_MERGE_REQUEST_IID: '7',
        GITLAB_TOKEN: 'secret',
      },
      ...{ CI_MERGE_REQUEST_DIFF_BASE_SHA: base, DGDR_PATHS: paths },
    };
  }

  test('comments once, and leaves reports that GitLab and readers of JUnit take', async () => {
    const scratch = await deployed();
    const base = scratch.git('rev-parse', 'HEAD').trim();
    scratch.write({ 'serving/chat.yaml': chat('{ttft: 300, itl: 12}') });
    scratch.commit('propose');
    const comments: Comment[] = [];
    const { url, calls } = await service(comments, 'bot');
    const env = await jobOf(base, url);
    for (const expected of ['wrote', 'updated']) {
      const { code, output } = await bash(job.script.join('\n'), { cwd: scratch.folder, env });
      expect({ code, output }).toMatchObject({
        code: 1,
        output: expect.stringContaining(`${expected} the comment on GitLab`),
      });
    }
    expect(comments).toMatchObject([{ author: 'bot', body: expect.stringContaining('the operator refuses 1 update') }]);
    expect(calls.at(-1)).toBe('PUT /projects/3/merge_requests/7/notes/1');

    const { codequality, junit } = job.artifacts.reports;
    const elements = JSON.parse(readFileSync(join(scratch.folder, codequality), 'utf8'));
    expect(elements.map((one: { check_name: string }) => one.check_name)).toContain('TOPOLOGY_CHANGED');
    const isValid = new Ajv().compile({ type: 'array', items: GITLAB });
    expect([isValid(elements), isValid.errors]).toEqual([true, null]);
    const contents = readFileSync(join(scratch.folder, junit), 'utf8');
    expect(contents).toContain('DRIFT');
    const { valid, errors } = await validateXML({ xml: { fileName: junit, contents }, schema: XSD });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  });

  test('takes each line of its paths for one path, whatever stands in it', async () => {
    const scratch = await deployed();
    const base = scratch.git('rev-parse', 'HEAD').trim();
    const paths = ['my requests/chat one.yaml', 'other/*.yaml', '--report=json', '$(touch x)/chat.yaml'];
    const files = { one: 'my requests/chat one.yaml', two: 'other/two.yaml', three: '$(touch x)/chat.yaml' };
    for (const [name, file] of Object.entries(files)) {
      scratch.write({ [file]: chat('{ttft: 2000, itl: 55}').replace('name: chat', `name: ${name}`) });
    }
    scratch.commit('propose');
    const { url } = await service([], 'bot');
    const env = await jobOf(base, url, `${paths.join('\n')}\n\n`);
    const { output } = await bash(job.script.join('\n'), { cwd: scratch.folder, env });
    expect(output).toContain('wrote the comment on GitLab');
    const said = readFileSync(join(scratch.folder, 'diff.md'), 'utf8');
    expect(said.split('\n', 1)[0]).toBe(`<!-- dgdr-render diff: ${paths.map(encodeURIComponent).join(' ')} -->`);
    expect(said).toContain('3 added');
    expect(() => readFileSync(join(scratch.folder, 'x'))).toThrow('ENOENT');
    expect(readFileSync(join(scratch.folder, job.artifacts.reports.junit), 'utf8')).toContain('chat one.yaml');
  });
});
