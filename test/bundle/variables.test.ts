import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { folderWith } from '../commands/harness.ts';
import { runBundle } from './bundle.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const CODE = readdirSync(DIST)
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => readFileSync(join(DIST, name), 'utf8'))
  .join('\n');

/** What commands look at by name; the parameters of Argo CD have a table of their own, and proxies several spellings. */
const DOCUMENTED = [
  'ARGOCD_APP_PARAMETERS',
  'ARGOCD_APP_SOURCE_PATH',
  'HF_ENDPOINT',
  'HF_TOKEN',
  'HOME',
  'KUBECONFIG',
  'KUBE_API_VERSIONS',
  'NO_COLOR',
  'TERM',
  'USERPROFILE',
];

test('the bundle takes the environment of the process once, for the context of a command', () => {
  expect(CODE.match(/process\w*(\?\.|\.|\[["'])env\b/g) ?? []).toEqual([]);
  const taken = CODE.match(/\{[^{}]*\benv\b[^{}]*\} = \w*process\w*[,;]/g);
  expect(taken).toEqual(['{ env, stderr, stdin, stdout } = process,']);
  expect(CODE.match(/import \{[^}]*\} from "(node:)?process"/g) ?? []).toEqual([]);
});

test('the variables that are read by name are the documented ones', () => {
  const read = [...CODE.matchAll(/\benv\d*\.([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name);
  expect([...new Set(read)].sort()).toEqual(DOCUMENTED);
  const page = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  expect(DOCUMENTED.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

/** Switches of what is bundled, or was once, or is of the same kind. */
const SWITCHES = { LOG_STREAM: 'prod', LOG_TOKENS: '1', DEBUG: '*', debug_colors: '1', XDG_CONFIG_HOME: '/nowhere' };
const REQUEST = readFileSync(join(ROOT, 'fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
const item = parseStream(REQUEST, { file: 'q.yaml' })[0]?.resource?.object;
const LIST = stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [item] });

test.each([
  { args: ['render', 'q.yaml'], input: '' },
  { args: ['render', '-'], input: REQUEST },
  { args: ['check'], input: '' },
  { args: ['profile', 'q.yaml'], input: '' },
  { args: ['argocd', 'generate'], input: '' },
  { args: ['function'], input: LIST },
])('$args says the same with every switch of a library set', ({ args, input }) => {
  const cwd = folderWith({ 'q.yaml': REQUEST });
  const words = (env: Readonly<Record<string, string>>) => {
    const { status, stdout, stderr } = runBundle(args, { cwd, input, env });
    // Argo CD's log has how long it took.
    return { status, stdout, stderr: stderr.replace(/[\d.]+ s$/m, '') };
  };
  const plain = words({});
  expect(plain.stdout + plain.stderr).not.toBe('');
  expect(words(SWITCHES)).toEqual(plain);
});
