import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-first-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clone = join(folder, 'clone');
const own = join(folder, 'serving');
const program = join(clone, 'dist/dgdr-render.mjs');
const PERSON = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

function call(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A hook runs the words of `.pre-commit-hooks.yaml`. */
function hook(id: string) {
  const hooks = readFileSync(join(clone, '.pre-commit-hooks.yaml'), 'utf8');
  const [, entry = ''] = new RegExp(`^- id: ${id}\\n[\\s\\S]*?^  entry: dgdr-render (.*)$`, 'm').exec(hooks) ?? [];
  return call(own, ...entry.split(' '));
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: own, stdio: 'pipe', env: { ...process.env, ...PERSON } });
}

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(own, name)), { recursive: true });
  writeFileSync(join(own, name), text);
};
const REQUEST = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata:
  name: chat
spec:
  model: acme/chat-8b
  backend: vllm
  workload: {isl: 1000, osl: 200}
  sla: {ttft: 1500, itl: 60}
`;

test('a new user comes from a clone to a change that is refused before it is committed', () => {
  // A clone: what runs without installing anything.
  for (const name of ['dist', 'perfdb', 'catalogue', 'fixtures/requests', '.pre-commit-hooks.yaml', 'package.json']) {
    cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  }
  const first = call(clone, 'render', 'fixtures/requests/qwen3-8b-l40s.dgdr.yaml');
  expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('kind: DynamoGraphDeployment\n') });
  expect(first.stderr).toContain('info CLUSTER_NEEDS');

  // A repository of one's own, with a model that nobody knows.
  mkdirSync(own);
  git('init', '--quiet');
  write('chat/chat.dgdr.yaml', REQUEST);
  const unknown = call(own, 'render', '--beside');
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toMatch(/error HARDWARE_MISSING .*\n {2}hint: .*--gpu-sku/);

  // What every request leaves out is said once.
  expect(call(own, 'init')).toMatchObject({ status: 0 });
  expect(existsSync(join(own, 'dgdr-render.yaml'))).toBe(true);
  const hardware = 'hardware: {gpuSku: l40s, totalGpus: 4, numGpusPerNode: 4}';
  write(
    'dgdr-render.yaml',
    `apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nspec:\n  target: "1.3"\n  ${hardware}\n`,
  );
  const model = call(own, 'render', '--beside');
  expect(model.stderr).toMatch(/error MODEL_UNKNOWN .*\n {2}hint: .*dgdr-render models add/);
  const config = { architectures: ['Qwen3ForCausalLM'], model_type: 'qwen3', hidden_size: 4096, num_hidden_layers: 36 };
  const heads = { num_attention_heads: 32, num_key_value_heads: 8, head_dim: 128, intermediate_size: 12288 };
  const rest = { vocab_size: 151936, max_position_embeddings: 40960, torch_dtype: 'bfloat16' };
  const files = join(folder, 'download');
  mkdirSync(files);
  writeFileSync(join(files, 'config.json'), JSON.stringify({ ...config, ...heads, ...rest }));
  expect(call(own, 'models', 'add', 'acme/chat-8b', '--from-dir', files)).toMatchObject({ status: 0 });

  // The hook writes the graph, and is content once it is committed.
  git('add', '.');
  expect(hook('dgdr-render')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('git add chat/chat.dgd.yaml'),
  });
  git('add', '.');
  expect(hook('dgdr-render').status).toBe(0);
  expect(hook('dgdr-check').status).toBe(0);
  git('commit', '--quiet', '--message', 'Serve chat');

  // More GPUs: the hook says in numbers what changes.
  const wider = REQUEST.replace('backend: vllm', 'backend: vllm\n  hardware: {totalGpus: 8}');
  write('chat/chat.dgdr.yaml', wider);
  const changed = hook('dgdr-render');
  expect(changed.status).toBe(1);
  expect(changed.stderr).toMatch(/^default\/chat-dgd: .*dgdr-render\.dev\/profile: .* -> /m);
  git('add', '.');
  expect(hook('dgdr-render').status).toBe(0);
  git('commit', '--quiet', '--message', 'Serve more of it');

  // Another backend under the same name is what no running graph takes.
  write('chat/chat.dgdr.yaml', wider.replace('vllm', 'sglang'));
  const before = readFileSync(join(own, 'chat/chat.dgd.yaml'), 'utf8');
  for (const id of ['dgdr-render', 'dgdr-check', 'dgdr-render']) {
    const refused = hook(id);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/error TOPOLOGY_CHANGED chat\/chat\.dgdr\.yaml:4 .*\n {2}hint: .*chat-dgd-2/);
  }
  expect(readFileSync(join(own, 'chat/chat.dgd.yaml'), 'utf8')).toBe(before);
});
