import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKubeconfig } from '../../src/cluster/kubeconfig.ts';
import { RenderError } from '../../src/errors.ts';
import { folderWith } from '../commands/harness.ts';

interface Parts {
  readonly contexts?: readonly string[];
  readonly clusters?: readonly string[];
  readonly users?: readonly string[];
}

const list = (name: string, rows: readonly string[] = []) =>
  `${name}:${rows.length === 0 ? ' []' : ''}\n${rows.map((row) => `- ${row}\n`).join('')}`;

/** A kubeconfig with rows in flow style. */
function config({ contexts, clusters, users }: Parts): string {
  return `apiVersion: v1\nkind: Config\n${list('clusters', clusters)}${list('contexts', contexts)}${list('users', users)}`;
}

const WHOLE = {
  contexts: ['{name: prod, context: {cluster: c, user: u, namespace: serving}}'],
  clusters: ['{name: c, cluster: {server: "https://one:6443"}}'],
  users: ['{name: u, user: {token: t}}'],
};

type Options = Partial<Parameters<typeof readKubeconfig>[0]> & { readonly files: Readonly<Record<string, string>> };

function read({ files, env = {}, ...options }: Options) {
  const cwd = folderWith(files);
  const place = (text: string | undefined) => text?.replaceAll('FOLDER', cwd);
  const placed = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, place(value)]));
  try {
    return readKubeconfig({ context: 'prod', kubeconfig: undefined, cwd, env: placed, ...options });
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return `${error.code}: ${error.message}; ${error.hint}`.replaceAll(cwd, 'FOLDER');
  }
}

describe('the kubeconfig', () => {
  it.each<{ is: string; options: Options }>([
    { is: 'the file that is named', options: { files: { named: config(WHOLE) }, kubeconfig: 'named' } },
    {
      is: 'the file that is named before those of KUBECONFIG',
      options: {
        files: { named: config(WHOLE), other: config({}) },
        kubeconfig: 'named',
        env: { KUBECONFIG: 'other' },
      },
    },
    { is: 'a file of KUBECONFIG', options: { files: { k: config(WHOLE) }, env: { KUBECONFIG: 'FOLDER/k' } } },
    {
      is: 'all files of KUBECONFIG that exist, the first with an entry winning',
      options: {
        files: {
          a: config({ contexts: WHOLE.contexts, users: WHOLE.users }),
          b: config({ ...WHOLE, users: ['{name: u, user: {token: later}}'] }),
        },
        env: { KUBECONFIG: 'FOLDER/a:FOLDER/missing::FOLDER/b', HOME: 'FOLDER' },
      },
    },
    { is: 'that of the home folder', options: { files: { '.kube/config': config(WHOLE) }, env: { HOME: 'FOLDER' } } },
    {
      is: 'that of the home folder where KUBECONFIG is empty',
      options: { files: { '.kube/config': config(WHOLE) }, env: { HOME: 'FOLDER', KUBECONFIG: '' } },
    },
    {
      is: 'usable beside broken entries of others',
      options: { files: { k: config({ ...WHOLE, clusters: [...WHOLE.clusters, '{name: broken}'] }) }, kubeconfig: 'k' },
    },
  ])('is $is', ({ options }) => {
    expect(read(options)).toMatchObject({
      context: { name: 'prod', namespace: 'serving' },
      cluster: { server: 'https://one:6443' },
      user: { token: 't' },
    });
  });

  it.each<{ says: string; options: Options; wanted: string }>([
    {
      says: 'that there is none',
      options: { files: {}, env: {} },
      wanted: 'KUBECONFIG_INVALID: there is no kubeconfig; name one with --kubeconfig or KUBECONFIG',
    },
    {
      says: 'where it was looked for',
      options: { files: {}, env: { HOME: 'FOLDER' } },
      wanted:
        'KUBECONFIG_INVALID: there is no kubeconfig at FOLDER/.kube/config; name one with --kubeconfig or KUBECONFIG',
    },
    {
      says: 'which contexts there are, of all files',
      options: {
        files: {
          a: config({ contexts: ['{name: test, context: {cluster: c, user: u}}'] }),
          b: config({ contexts: ['{name: dev, context: {cluster: c, user: u}}'] }),
        },
        env: { KUBECONFIG: 'FOLDER/a:FOLDER/b' },
      },
      wanted: 'KUBECONFIG_INVALID: there is no context prod in FOLDER/a, FOLDER/b; use one of dev, test',
    },
    {
      says: 'that a file has no contexts',
      options: { files: { k: config({}) }, kubeconfig: 'k' },
      wanted: 'KUBECONFIG_INVALID: there is no context prod in FOLDER/k; name another file with --kubeconfig',
    },
    {
      says: 'that a context names what is not there',
      options: { files: { k: config({ ...WHOLE, clusters: ['{name: c, cluster: {}}'] }) }, kubeconfig: 'k' },
      wanted:
        'KUBECONFIG_INVALID: the context prod names the cluster c, which is missing or incomplete in FOLDER/k; add the cluster, or use another context',
    },
    {
      says: 'that a context has no user',
      options: {
        files: { k: config({ ...WHOLE, contexts: ['{name: prod, context: {cluster: c}}'] }) },
        kubeconfig: 'k',
      },
      wanted: 'KUBECONFIG_INVALID: the context prod names no user; add the user, or use another context',
    },
    {
      says: 'that an old way of logging in is gone',
      options: {
        files: { k: config({ ...WHOLE, users: ['{name: u, user: {auth-provider: {name: gcp, config: {}}}}'] }) },
        kubeconfig: 'k',
      },
      wanted:
        'KUBECONFIG_INVALID: the user u logs in by the auth provider gcp, which kubectl dropped too; use a credential plugin (users[].user.exec) or a token',
    },
    {
      says: 'where its YAML breaks, without a word of it',
      options: { files: { k: 'users:\n- name: u\n  user: {token: secret\n' }, kubeconfig: 'k' },
      wanted:
        'KUBECONFIG_INVALID: FOLDER/k is no kubeconfig: unexpected end of the stream within a flow collection in line 4; kubectl --kubeconfig FOLDER/k config view says what it holds',
    },
    {
      says: 'that an empty file is none',
      options: { files: { k: '' }, kubeconfig: 'k' },
      wanted:
        'KUBECONFIG_INVALID: FOLDER/k is no kubeconfig: a mapping with clusters, contexts and users was expected; kubectl --kubeconfig FOLDER/k config view says what it holds',
    },
    {
      says: 'that a folder is none',
      options: { files: { 'k/x': '' }, kubeconfig: 'k' },
      wanted:
        'KUBECONFIG_INVALID: FOLDER/k is no kubeconfig: EISDIR; kubectl --kubeconfig FOLDER/k config view says what it holds',
    },
  ])('says $says', ({ options, wanted }) => {
    expect(read(options)).toBe(wanted);
  });

  it('lists no more than twenty contexts', () => {
    const contexts = Array.from({ length: 23 }, (_, i) => `{name: c${i + 10}, context: {cluster: c, user: u}}`);
    const told = read({ files: { k: config({ contexts }) }, kubeconfig: 'k' });
    expect(told).toMatch(/use one of c10, c11, .*, c29 and 3 more$/);
  });

  it('reads files beside it, and starts plugins beside it', () => {
    const cwd = folderWith({
      'sub/k': config({
        contexts: WHOLE.contexts,
        clusters: ['{name: c, cluster: {server: "https://one", certificate-authority: ca.crt}}'],
        users: ['{name: u, user: {exec: {command: bin/login}, client-certificate: u.crt, client-key: /u.key}}'],
      }),
    });
    const { cluster, user } = readKubeconfig({ context: 'prod', kubeconfig: 'sub/k', cwd, env: {} });
    expect(cluster.caFile).toBe(join(cwd, 'sub/ca.crt'));
    expect(user).toMatchObject({ certFile: join(cwd, 'sub/u.crt'), keyFile: '/u.key' });
    expect(user.exec.command).toBe(join(cwd, 'sub/bin/login'));
  });
});
