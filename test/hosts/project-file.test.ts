import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { isObject, type JsonObject } from '../../src/json.ts';
import { DGDR_RENDER, PLUGIN, sidecarFolder, startServer, writeFiles } from './argocd.ts';
import { findHost, wantHost } from './host.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FUNCTION = join(ROOT, 'dist/dgdr-render-function.mjs');
const HEAD = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\n';
const request = (name: string): string => `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata:
  name: ${name}
spec:
  model: acme/chat
  backend: vllm
  workload: {isl: 1000, osl: 200}
  sla: {ttft: 1500, itl: 60}
`;
/** The shape of a bundled model under another id. */
const CONFIG = JSON.stringify({
  architectures: ['Qwen3ForCausalLM'],
  hidden_size: 4096,
  intermediate_size: 12288,
  max_position_embeddings: 40960,
  num_attention_heads: 32,
  num_hidden_layers: 36,
  num_key_value_heads: 8,
  head_dim: 128,
  vocab_size: 151936,
  torch_dtype: 'bfloat16',
});

/** One repository: nothing that a request leaves out is said anywhere but in the project file and in what it extends. */
const REPOSITORY = {
  'dgdr-render.yaml': `${HEAD}spec:\n  extends: base/shared.yaml\n  hardware:\n    gpuSku: l40s\n    totalGpus: 4\n`,
  'base/shared.yaml': `${HEAD}spec:
  target: "1.3"
  hardware: {gpuSku: h200_sxm, numGpusPerNode: 4}
  imageMirrors: [{source: nvcr.io, mirror: registry.example.com/nvcr}]
  routing: {mode: kv}
  models: [{id: acme/chat, config: models/chat}]
`,
  'base/models/chat/config.json': CONFIG,
  'app/chat.yaml': request('chat'),
  'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 0.1.0\n',
  'chart/templates/chat.yaml': request('{{ .Release.Name }}'),
  'render.yaml': `${HEAD}metadata:
  name: render
  annotations:
    config.kubernetes.io/function: |
      exec:
        path: ./bin/dgdr-render-function
`,
};

const repository = writeFiles(mkdtempSync(join(tmpdir(), 'dgdr-project-')), REPOSITORY);
afterAll(() => rmSync(repository, { recursive: true, force: true }));
spawnSync('git', ['init', '-q', repository]);
mkdirSync(join(repository, 'bin'));
symlinkSync(FUNCTION, join(repository, 'bin/dgdr-render-function'));
symlinkSync(DGDR_RENDER, join(repository, 'bin/dgdr-render'));

function call(program: string, args: readonly string[], cwd = repository) {
  const PATH = [join(repository, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { PATH, HOME: repository },
    encoding: 'utf8',
  });
  expect({ args, status, stderr: status === 0 ? '' : stderr }).toEqual({ args, status: 0, stderr: '' });
  return stdout;
}

/** The graph of a stream without what names its file. */
function graphIn(stream: string): JsonObject {
  const objects = parseAllDocuments(stream).map((document): unknown => document.toJS());
  return withoutSource(objects.filter(isObject));
}

function withoutSource(objects: readonly JsonObject[]): JsonObject {
  const graphs = objects.filter(({ kind }) => kind === 'DynamoGraphDeployment');
  expect(objects).toHaveLength(1);
  const [graph] = structuredClone(graphs) as [{ metadata: { annotations: Record<string, string> } }];
  delete graph.metadata.annotations['dgdr-render.dev/source'];
  return graph as unknown as JsonObject;
}

describe('one project file gives the same graph without an option', () => {
  const prompt = graphIn(call('dgdr-render', ['render', 'app']));

  test('at the prompt, where it counts', () => {
    const text = JSON.stringify(prompt);
    expect(text).toContain('registry.example.com/nvcr/nvidia/ai-dynamo/vllm-runtime:1.3.0');
    expect(text).toContain('DYN_ROUTER_MODE');
    expect(text).toContain('on l40s');
    expect(graphIn(call('dgdr-render', ['render', '.'], join(repository, 'app')))).toEqual(prompt);
  });

  test('in the hook, and for check', () => {
    const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
      id: string;
      entry: string;
      args?: string[];
    }[];
    const [hook] = hooks.filter(({ id }) => id === 'dgdr-render');
    const [program = '', ...args] = [...(hook?.entry.split(' ') ?? []), ...(hook?.args ?? [])];
    const PATH = [join(repository, 'bin'), process.env.PATH].join(delimiter);
    spawnSync(program, args, { cwd: repository, env: { PATH, HOME: repository } });
    expect(graphIn(readFileSync(join(repository, 'app/chat.dgd.yaml'), 'utf8'))).toEqual(prompt);
    call('dgdr-render', ['check']);
    call('dgdr-render', ['check', 'chat.yaml'], join(repository, 'app'));
    rmSync(join(repository, 'app/chat.dgd.yaml'));
  });

  const kustomize = wantHost('kustomize');
  test.skipIf(kustomize === undefined).each(['transformers', 'generators'])('in a build of kustomize, %s', (role) => {
    const [resources, spec] = role === 'transformers' ? ['[app/chat.yaml]', '{}'] : ['[]', '{requests: [app/*.yaml]}'];
    writeFiles(repository, {
      'kustomization.yaml': `resources: ${resources}\n${role}: [render.yaml]\n`,
      'render.yaml': `${REPOSITORY['render.yaml']}spec: ${spec}\n`,
    });
    expect(graphIn(call(kustomize ?? '', ['build', '--enable-alpha-plugins', '--enable-exec', '.']))).toEqual(prompt);
  });

  test.each(['helm-3', 'helm-4'] as const)('behind %s', (name) => {
    const helm = wantHost(name);
    if (helm === undefined) return;
    if (name === 'helm-4') call(helm, ['plugin', 'install', join(ROOT, 'plugin/helm')]);
    const args = ['render', '-', '--allow-empty', '--only-applied'].map((text) => `--post-renderer-args=${text}`);
    const flags = name === 'helm-4' ? [] : args;
    expect(graphIn(call(helm, ['template', 'chat', 'chart', '--post-renderer', 'dgdr-render', ...flags]))).toEqual(
      prompt,
    );
  });

  const cmp = wantHost('argocd-cmp-server');
  test.skipIf(cmp === undefined)('of an application of Argo CD', async () => {
    const folder = sidecarFolder({ 'dgdr-render': DGDR_RENDER, kustomize: findHost('kustomize') });
    const server = await startServer(cmp ?? '', folder, readFileSync(join(PLUGIN, 'plugin.yaml'), 'utf8'));
    try {
      const copy = writeFiles(mkdtempSync(join(folder, 'repository-')), REPOSITORY);
      const { manifests } = await server.generate({ repository: copy, path: 'app' });
      expect(withoutSource(manifests)).toEqual(prompt);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
