import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RenderError } from '../../errors.ts';
import { reach } from '../../files/paths.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import type { Context } from '../cli/context.ts';
import { findOnPath } from '../cli/find-on-path.ts';
import { oneLine } from '../cli/one-line.ts';

/** The names under which kustomize looks for a kustomization. */
export const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const;

/** The name of the kustomization of a folder, where it has one. */
export function findKustomization(folder: string): string | undefined {
  return KUSTOMIZATIONS.find((name) => reach(join(folder, name)).stat?.isFile());
}

/** How long a build may take, in ms; Argo CD waits 60 s for everything. */
const LIMIT_MS = 45_000;
/** What kustomize sees of the environment: a tenant's kustomization can put any variable into a ConfigMap. */
const TENANTS_OWN = /^(ARGOCD_APP_|ARGOCD_ENV_|PARAM_|KUBE_|HOME$|TMPDIR$)/;

export interface BuildOptions {
  /** Whether kustomize may fetch what a kustomization names elsewhere. */
  readonly allowsRemote: boolean;
  /** In ms. */
  readonly limit?: number;
}

/**
 * What `kustomize build` prints for the working directory. Functions and plugins stay off: with `--enable-exec` whoever
 * writes to the repository could start any program there is. Where nothing may be fetched it has no PATH either, so that it
 * finds no git and no helm. @throws RenderError
 */
export function buildKustomization(
  { cwd, env }: Pick<Context, 'cwd' | 'env'>,
  { allowsRemote, limit = LIMIT_MS }: BuildOptions,
): Uint8Array {
  const program = findOnPath('kustomize', env);
  const { error, signal, status, stdout, stderr } = spawnSync(program ?? 'kustomize', ['build', '.'], {
    cwd,
    env: allowsRemote || program === undefined ? env : tenantsOwn(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: STREAM_LIMITS.bytes,
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  if (error && 'code' in error && error.code === 'ETIMEDOUT')
    throw failed(`kustomize build took over ${limit / 1000} s`, SLOW);
  if (error) throw failed(`the kustomization needs kustomize, which did not run: ${error.message}`, NOT_RUN);
  if (status === 0) return stdout;
  const said = oneLine(stderr.toString('utf8').trim());
  const hint = PLUGINS_OFF.test(said)
    ? 'list requests under resources:; this command renders what was built'
    : undefined;
  throw failed(`kustomize build ended with ${signal ?? status}: ${said}`, hint);
}

function tenantsOwn(env: Context['env']): Context['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => TENANTS_OWN.test(name)));
}

const SLOW = 'split the application, or have less fetched';
const NOT_RUN = 'put kustomize on the PATH of the sidecar';
const PLUGINS_OFF = /external plugins disabled/;

function failed(message: string, hint: string | undefined): RenderError {
  return new RenderError('INPUT_NOT_FOUND', { message, hint });
}
