import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SuppliedModels } from '../../src/profile/supplied-models.ts';
import { FAKE_STREET, folderWith, graph, type RunOptions, request, run } from './harness.ts';

const config = (layers: number): string => JSON.stringify({ architectures: [], layers });
const FETCHED = 'dgdr-models/a/b/config.json';

/** A call, and what is said of models to each street that it opens. */
async function calling(argv: readonly string[], options: RunOptions) {
  const streets: SuppliedModels[] = [];
  const result = await run(argv, {
    ...options,
    openStreet: (models) => {
      streets.push(models);
      return FAKE_STREET;
    },
  });
  return { ...result, streets };
}

const layersOf = (models: SuppliedModels | undefined): unknown => {
  const model = models?.['a/b'];
  return model && 'config' in model ? model.config.layers : model;
};

describe('a configuration that was fetched', () => {
  it('is found in the folder of a request and above it, the nearest one first', async () => {
    const cwd = folderWith({
      '.git/x': '',
      [FETCHED]: config(1),
      [`apps/${FETCHED}`]: config(2),
      'q.yaml': request('top'),
      'apps/chat/q.yaml': request('chat'),
      'apps/code/q.yaml': request('code'),
    });
    const { code, streets } = await calling(['render'], { cwd });
    expect({ code, layers: streets.map(layersOf) }).toEqual({ code: 0, layers: [2, 1] });
    const below = await calling(['render', '.'], { cwd: join(cwd, 'apps/chat') });
    expect(below.streets.map(layersOf)).toEqual([2]);
  });

  it('is found for stdin from the working directory', async () => {
    const cwd = folderWith({ [FETCHED]: config(1) });
    const { streets } = await calling(['render', '-'], { cwd, stdin: request('q') });
    expect(streets.map(layersOf)).toEqual([1]);
  });

  it('is found by check, lock and profile, by the function and by Argo CD', async () => {
    const files = { [FETCHED]: config(1), 'q.yaml': request('q') };
    for (const command of ['check', 'lock']) {
      expect((await calling([command], { cwd: folderWith(files) })).streets.map(layersOf)).toEqual([1]);
    }
    const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${request('q').replaceAll('\n', '\n  ').trimEnd()}\n`;
    const fromFunction = await calling(['function'], { cwd: folderWith(files), stdin: list });
    expect(fromFunction.streets.map(layersOf)).toEqual([1]);
    const fromArgo = await calling(['argocd', 'generate'], { cwd: folderWith(files) });
    expect(fromArgo.streets.map(layersOf)).toEqual([1]);
  });

  it('is found by Argo CD above the application, in the copy that it hands over', async () => {
    const copy = folderWith({ [FETCHED]: config(1), 'apps/chat/q.yaml': request('q') });
    const cwd = join(copy, 'apps/chat');
    const known = await calling(['argocd', 'generate'], { cwd, env: { ARGOCD_APP_SOURCE_PATH: 'apps/chat' } });
    expect(known.streets.map(layersOf)).toEqual([1]);
    expect((await calling(['argocd', 'generate'], { cwd })).streets).toEqual([{}]);
  });

  it('gives way to one that is named, and is more than a likeness', async () => {
    const cwd = folderWith({ [FETCHED]: config(1), 'own.json': config(3), 'q.yaml': request('q') });
    const named = await calling(['render', '--model-config', 'a/b=own.json'], { cwd });
    expect(named.streets.map(layersOf)).toEqual([3]);
    const alike = await calling(['render', '--model-like', 'a/b=c/d'], { cwd });
    expect(alike.streets.map(layersOf)).toEqual([1]);
  });

  it.each([
    ['no JSON', '{', 'error MODEL_INVALID: model a/b: config.json is not JSON'],
    ['a list', '[]', 'error MODEL_INVALID: model a/b: config.json holds no object'],
  ])('is a finding where it is %s', async (_, text, says) => {
    const { code, stdout, stderr } = await calling(['render'], {
      cwd: folderWith({ [FETCHED]: text, 'q.yaml': request('q') }),
    });
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(says) });
  });

  it('is not looked for outside of the root, through links or by names that are none', async () => {
    const outside = folderWith({ 'a/b/config.json': config(1), [FETCHED]: config(1) });
    const cwd = folderWith({ 'q.yaml': request('q') });
    symlinkSync(outside, join(cwd, 'dgdr-models'));
    const { code, stderr } = await calling(['render'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('error PATH_OUTSIDE_ROOT') });
    const climbing = request('q').replace('a/b', '../../a/b');
    const away = await calling(['render'], { cwd: folderWith({ 'q.yaml': climbing }) });
    expect(away.streets).toEqual([{}]);
  });
});

describe('what a model is like', () => {
  it('is said by an option, by the project file and by the config of the function', async () => {
    const like = [{ 'a/b': { like: 'c/d' } }];
    const cwd = folderWith({ 'q.yaml': request('q') });
    expect((await calling(['render', '--model-like', 'a/b=c/d'], { cwd })).streets).toEqual(like);
    const head = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\n';
    const project = `${head}spec:\n  models: [{id: a/b, like: c/d}]\n`;
    const withFile = await calling(['render'], {
      cwd: folderWith({ 'q.yaml': request('q'), 'dgdr-render.yaml': project }),
    });
    expect(withFile).toMatchObject({ streets: like, stdout: graph('q') });
    const config = `{apiVersion: dgdr-render.dev/v1alpha1, kind: RenderDGDR, metadata: {name: r}, spec: {requests: [q.yaml], models: [{id: a/b, like: c/d}]}}`;
    const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig: ${config}\n`;
    expect((await calling(['function'], { cwd, stdin: list })).streets).toEqual(like);
    const set = JSON.stringify([{ name: 'model-like', map: { 'a/b': 'c/d' } }]);
    expect((await calling(['argocd', 'generate'], { cwd, env: { ARGOCD_APP_PARAMETERS: set } })).streets).toEqual(like);
  });

  it.each(['', 'a', '=b', 'a='])('cannot be %j', async (option) => {
    const { code, stderr } = await run(['render', '-', '--model-like', option], { stdin: request('q') });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`--model-like ${option} is not ID=BUNDLED\n`),
    });
  });

  it.each([['{id: a/b}'], ['{id: a/b, config: m, like: c/d}']])(
    'is either that or a configuration: %s',
    async (model) => {
      const head = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\n';
      const files = { 'q.yaml': request('q'), 'dgdr-render.yaml': `${head}spec:\n  models:\n  - ${model}\n` };
      const { code, stderr } = await run(['render'], { cwd: folderWith(files) });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining(
          'CONFIG_INVALID dgdr-render.yaml:5 spec.models[0]: either config, a path, or like, a bundled model, was expected',
        ),
      });
    },
  );
});
