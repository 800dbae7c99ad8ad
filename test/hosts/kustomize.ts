import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { JsonObject } from '../../src/json.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const EXAMPLES = join(ROOT, 'plugin/kustomize');

export interface Build {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly objects: readonly JsonObject[];
}

/** A folder of its own with the function on the PATH. */
export class Sandbox {
  readonly dir = mkdtempSync(join(tmpdir(), 'dgdr-kustomize-'));
  readonly #kustomize: string;

  constructor(kustomize: string) {
    this.#kustomize = kustomize;
    mkdirSync(join(this.dir, 'bin'));
    symlinkSync(join(ROOT, 'dist/dgdr-render-function.mjs'), join(this.dir, 'bin/dgdr-render-function'));
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

  build(folder: string, flags: readonly string[] = ['--enable-alpha-plugins', '--enable-exec']): Build {
    const path = [join(this.dir, 'bin'), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
    const { status, stdout, stderr } = spawnSync(this.#kustomize, ['build', ...flags, folder], {
      cwd: this.dir,
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
    });
    const objects = parseAllDocuments(stdout).flatMap((document) => document.toJS() ?? []) as JsonObject[];
    return { status, stdout, stderr, objects };
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
