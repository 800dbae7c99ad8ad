import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RenderError } from '../../errors.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import { reach } from '../../krm/paths.ts';
import type { Context } from '../cli/context.ts';
import { oneLine } from '../cli/one-line.ts';

/** The names under which kustomize looks for a kustomization. */
const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const;

/** The name of the kustomization of a folder, where it has one. */
export function findKustomization(folder: string): string | undefined {
  return KUSTOMIZATIONS.find((name) => reach(join(folder, name)).stat?.isFile());
}

/**
 * What `kustomize build` prints for the working directory. Functions and plugins stay off: with `--enable-exec` whoever
 * writes to the repository could start any program there is. @throws RenderError
 */
export function buildKustomization({ cwd, env }: Pick<Context, 'cwd' | 'env'>): Uint8Array {
  const { error, signal, status, stdout, stderr } = spawnSync('kustomize', ['build', '.'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: STREAM_LIMITS.bytes,
  });
  if (error) throw failed(`the kustomization needs kustomize, which did not run: ${error.message}`, NOT_RUN);
  if (status === 0) return stdout;
  const said = oneLine(stderr.toString('utf8').trim());
  const hint = PLUGINS_OFF.test(said)
    ? 'list requests under resources:; this command renders what was built'
    : undefined;
  throw failed(`kustomize build ended with ${signal ?? status}: ${said}`, hint);
}

const NOT_RUN = 'put kustomize on the PATH of the sidecar';
const PLUGINS_OFF = /external plugins disabled/;

function failed(message: string, hint: string | undefined): RenderError {
  return new RenderError('INPUT_NOT_FOUND', { message, hint });
}
