import { existsSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { type Cluster, type Context, KubeConfig, type User } from '@kubernetes/client-node';
import { RenderError } from '../errors.ts';

/** Which kubeconfig is meant, and which context of it. */
export interface KubeconfigOptions {
  /** Name of the context; there is no default, so that nobody reads the wrong cluster by accident. */
  readonly context: string;
  /** The kubeconfig as the user names it; otherwise the files of KUBECONFIG, otherwise `~/.kube/config`. */
  readonly kubeconfig: string | undefined;
  /** Absolute path that relative ones start at. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a context stands for. */
export interface Entries {
  readonly context: Context;
  readonly cluster: Cluster;
  readonly user: User;
}

/** At most so many contexts are listed in a hint. */
const MOST_CONTEXTS = 20;
/** The one way of the old auth providers that kubectl still has; others start programs or are gone since 1.26. */
const KNOWN_PROVIDERS = ['oidc'];

/**
 * The entries of a context. Of several files the first that has an entry wins, as with kubectl; broken entries of others
 * do not matter. Throws KUBECONFIG_INVALID; its messages never quote the file, which holds secrets.
 */
export function readKubeconfig(options: KubeconfigOptions): Entries {
  const files = findKubeconfigs(options);
  const configs = files.map(readOne);
  const context = find(configs, (config) => config.getContextObject(options.context));
  if (context === undefined) throw unknownContext(options.context, files, configs);
  const cluster = find(configs, (config) => config.getCluster(context.cluster));
  if (cluster === undefined) throw missing(context, 'cluster', files);
  const user = find(configs, (config) => config.getUser(context.user));
  if (user === undefined) throw missing(context, 'user', files);
  return { context, cluster, user: knownLogin(user) };
}

/** The files to read, absolute; of KUBECONFIG those that exist. */
function findKubeconfigs({ kubeconfig, cwd, env }: KubeconfigOptions): string[] {
  const home = env.HOME ?? env.USERPROFILE;
  const fallback = home === undefined ? [] : [join(home, '.kube', 'config')];
  const listed = (env.KUBECONFIG ?? '').split(delimiter).filter((file) => file !== '');
  const wanted = kubeconfig !== undefined ? [kubeconfig] : listed.length > 0 ? listed : fallback;
  const files = wanted.map((file) => resolve(cwd, file)).filter((file) => existsSync(file));
  if (files.length > 0) return files;
  throw new RenderError('KUBECONFIG_INVALID', {
    message: `there is no kubeconfig${wanted.length === 0 ? '' : ` at ${wanted.join(', ')}`}`,
    hint: 'name one with --kubeconfig or KUBECONFIG',
  });
}

function readOne(file: string): KubeConfig {
  const config = new KubeConfig();
  try {
    config.loadFromFile(file, { onInvalidEntry: 'filter' });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new RenderError('KUBECONFIG_INVALID', {
      message: `${file} is no kubeconfig: ${reasonOf(error)}`,
      hint: `kubectl --kubeconfig ${file} config view says what it holds`,
    });
  }
  config.users = config.getUsers().map((user) => withAbsolutePlugin(user, dirname(file)));
  return config;
}

/** Why a file cannot be read, without what stands in it: messages of YAML parsers quote lines. */
function reasonOf(error: Error): string {
  if ('code' in error) return String(error.code);
  if (!('reason' in error)) return 'a mapping with clusters, contexts and users was expected';
  const { line } = ('mark' in error ? error.mark : {}) as { line?: number };
  return `${String(error.reason)}${line === undefined ? '' : ` in line ${line + 1}`}`;
}

/** A plugin with a relative path is one beside its kubeconfig, not one of whatever folder the tool is called in. */
function withAbsolutePlugin(user: User, folder: string): User {
  const command: unknown = user.exec?.command;
  if (typeof command !== 'string' || !/[/\\]/.test(command) || isAbsolute(command)) return user;
  return { ...user, exec: { ...user.exec, command: join(folder, command) } };
}

function find<T>(configs: readonly KubeConfig[], get: (config: KubeConfig) => T | null): T | undefined {
  for (const config of configs) {
    const found = get(config);
    if (found !== null) return found;
  }
  return undefined;
}

function unknownContext(name: string, files: readonly string[], configs: readonly KubeConfig[]): RenderError {
  const known = [...new Set(configs.flatMap((config) => config.getContexts()).map((context) => context.name))].sort();
  const more = known.length > MOST_CONTEXTS ? ` and ${known.length - MOST_CONTEXTS} more` : '';
  return new RenderError('KUBECONFIG_INVALID', {
    message: `there is no context ${name} in ${files.join(', ')}`,
    hint:
      known.length === 0
        ? 'name another file with --kubeconfig'
        : `use one of ${known.slice(0, MOST_CONTEXTS).join(', ')}${more}`,
  });
}

function missing(context: Context, part: 'cluster' | 'user', files: readonly string[]): RenderError {
  const named = context[part] as string | undefined;
  return new RenderError('KUBECONFIG_INVALID', {
    message:
      named === undefined
        ? `the context ${context.name} names no ${part}`
        : `the context ${context.name} names the ${part} ${named}, which is missing or incomplete in ${files.join(', ')}`,
    hint: `add the ${part}, or use another context`,
  });
}

function knownLogin(user: User): User {
  const provider: unknown = user.authProvider?.name;
  if (provider === undefined || KNOWN_PROVIDERS.includes(String(provider))) return user;
  throw new RenderError('KUBECONFIG_INVALID', {
    message: `the user ${user.name} logs in by the auth provider ${String(provider)}, which kubectl dropped too`,
    hint: 'use a credential plugin (users[].user.exec) or a token',
  });
}
