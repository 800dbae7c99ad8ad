import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Json, JsonObject } from '../../src/json.ts';
import { wantHost } from './host.ts';

/** A program that reads YAML as some user of ours does. */
export interface YamlReader {
  readonly name: string;
  /** Whether it decides what a file means to a cluster. */
  readonly isOfKubernetes?: boolean;
  /** What it cannot carry whoever wrote it, so that it is not asked for that. */
  readonly loses?: RegExp;
  /** What it reads from a mapping. Throws where it cannot read it. */
  readonly read: (yaml: string) => Json;
}

const PYYAML =
  'import json, sys, yaml\nprint(json.dumps(yaml.safe_load(sys.stdin.buffer.read().decode("utf-8")), default=lambda o: {"strange": str(o)}))';

/** Every reader that this machine has: YAML 1.1 as PyYAML and kubectl's library have it, kustomize, and YAML 1.2. */
export function wantReaders(): YamlReader[] {
  const python = wantHost('python3');
  const kustomize = wantHost('kustomize');
  const helm = wantHost('helm-3');
  return [
    { name: 'YAML 1.2', read: (yaml) => parse(yaml) as Json },
    ...(python !== undefined && hasPyYaml(python)
      ? [{ name: 'PyYAML', read: (yaml: string) => JSON.parse(run(python, ['-c', PYYAML], yaml)) as Json }]
      : []),
    ...(kustomize === undefined || helm === undefined
      ? []
      : [
          {
            name: 'kustomize',
            isOfKubernetes: true,
            loses: /[\x7F-\x9F\uFFFE\uFFFF]/,
            read: (yaml: string) => throughHelm(helm, throughKustomize(kustomize, yaml), 'spec'),
          },
        ]),
    ...(helm === undefined
      ? []
      : [{ name: 'sigs.k8s.io/yaml', isOfKubernetes: true, read: (yaml: string) => throughHelm(helm, yaml) }]),
  ];
}

const PYYAML_WRITER =
  'import json, sys, yaml\nsys.stdout.buffer.write(yaml.safe_dump(json.load(sys.stdin), sort_keys=False).encode("utf-8"))';

/** A writer of YAML 1.1 that is not ours, where this machine has it. */
export function wantPyYamlWriter(): { readonly title: string; readonly write: (value: Json) => string }[] {
  const python = wantHost('python3');
  if (python === undefined || !hasPyYaml(python)) return [];
  return [{ title: 'PyYAML', write: (value) => run(python, ['-c', PYYAML_WRITER], JSON.stringify(value)) }];
}

function hasPyYaml(python: string): boolean {
  if (spawnSync(python, ['-c', 'import yaml']).status === 0) return true;
  if (process.env.CI === 'true') throw new Error('PyYAML is needed');
  console.log('skipped: PyYAML');
  return false;
}

function run(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-readers-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A build whose resource has the mapping as `spec`. It writes YAML 1.1, with ends of lines that 1.2 does not know. */
function throughKustomize(kustomize: string, yaml: string): string {
  const spec = yaml.replace(/^(?=.)/gm, '  ');
  const resource = `apiVersion: example.com/v1\nkind: X\nmetadata:\n  name: x\nspec:\n${spec}`;
  const files = { 'kustomization.yaml': 'resources: [x.yaml]\n', 'x.yaml': resource };
  return inFolder(files, (folder) => run(kustomize, ['build', folder]));
}

/** Helm reads values with the library of kubectl and the API server, and can write them as JSON. */
function throughHelm(helm: string, yaml: string, field?: string): Json {
  const files = {
    'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'values.yaml': yaml,
    'templates/x.yaml': 'x: |\n  {{ .Values | toRawJson | b64enc }}\n',
  };
  const text = inFolder(files, (folder) => run(helm, ['template', folder]));
  const values = JSON.parse(Buffer.from(text.split('\n')[3]!, 'base64').toString()) as JsonObject;
  return field === undefined ? values : values[field]!;
}
