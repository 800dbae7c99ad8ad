import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { JsonObject } from '../../src/json.ts';
import { wantHost } from './host.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const EXAMPLES = join(ROOT, 'plugin/kustomize');
/** The function of the bundle. */
const FUNCTION = join(ROOT, 'dist/dgdr-render-function.mjs');

export interface Build {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly objects: readonly JsonObject[];
}

/** What a host builds with. */
interface Builder {
  readonly name: 'kustomize build' | 'kubectl kustomize';
  readonly program: string;
}

/** Every host of this machine that builds kustomizations. */
export function wantBuilders(): Builder[] {
  const kustomize = wantHost('kustomize');
  const kubectl = wantHost('kubectl');
  return [
    ...(kustomize === undefined ? [] : [{ name: 'kustomize build' as const, program: kustomize }]),
    ...(kubectl === undefined ? [] : [{ name: 'kubectl kustomize' as const, program: kubectl }]),
  ];
}

/** An image that the sandbox's `docker` knows; without a root its function is the bundle. */
interface StandIn {
  readonly name: string;
  readonly rootfs?: string | undefined;
  readonly env?: readonly string[];
  readonly entrypoint?: readonly string[];
}

/** A folder of its own with the function on the PATH. */
export class Sandbox {
  readonly dir = mkdtempSync(join(tmpdir(), 'dgdr-kustomize-'));
  readonly #builder: Builder;
  readonly #log = join(this.dir, 'docker.log');

  constructor(kustomize: string | Builder) {
    this.#builder = typeof kustomize === 'string' ? { name: 'kustomize build', program: kustomize } : kustomize;
    mkdirSync(join(this.dir, 'bin'));
    symlinkSync(FUNCTION, join(this.dir, 'bin/dgdr-render-function'));
  }

  /** Puts a `docker` on the PATH that runs the function of one image. */
  addDocker({ entrypoint = [FUNCTION], ...image }: StandIn): void {
    symlinkSync(join(import.meta.dirname, 'docker-stand-in.mjs'), join(this.dir, 'bin/docker'));
    this.write({ 'image.json': JSON.stringify({ ...image, entrypoint, log: this.#log }) });
  }

  /** The arguments of every call of `docker` so far. */
  dockerCalls(): readonly (readonly string[])[] {
    if (!existsSync(this.#log)) return [];
    const lines = readFileSync(this.#log, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as string[]);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.dir, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  copyExample(name: string): void {
    cpSync(join(EXAMPLES, name), join(this.dir, name), { recursive: true });
  }

  build(
    folder: string,
    flags: readonly string[] = ['--enable-alpha-plugins', '--enable-exec'],
    env: Readonly<Record<string, string>> = {},
  ): Build {
    const { name, program } = this.#builder;
    const [, verb = ''] = name.split(' ');
    const path = [join(this.dir, 'bin'), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
    const { status, stdout, stderr } = spawnSync(program, [verb, ...flags, folder], {
      cwd: this.dir,
      env: { ...process.env, PATH: path, STAND_IN: join(this.dir, 'image.json'), ...env },
      encoding: 'utf8',
    });
    const objects = parseAllDocuments(stdout).flatMap((document) => document.toJS() ?? []) as JsonObject[];
    return { status, stdout, stderr, objects };
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
