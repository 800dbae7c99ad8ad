import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { type Client, credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import type { JsonObject } from '../../src/json.ts';
import { HANGS_MS } from '../support/limits.ts';
import type { Generated, Parameter } from './argocd.ts';

const field = (type: string, id: number, rule?: string) => ({ type, id, ...(rule && { rule }) });

/**
 * Field numbers of argo-cd v3.2.12, reposerver/repository/repository.proto and pkg/apis/application/v1alpha1/generated.proto,
 * as far as applications of the plugin have them.
 */
const PROTOCOL: Parameters<typeof fromJSON>[0] = {
  nested: {
    repository: {
      nested: {
        Repository: { fields: { repo: field('string', 1), type: field('string', 11) } },
        EnvEntry: { fields: { name: field('string', 1), value: field('string', 2) } },
        // A map goes over the wire as its pairs.
        Pair: { fields: { key: field('string', 1), value: field('string', 2) } },
        OptionalMap: { fields: { map: field('Pair', 1, 'repeated') } },
        OptionalArray: { fields: { array: field('string', 1, 'repeated') } },
        Parameter: {
          oneofs: { _string: { oneof: ['string'] } },
          fields: {
            name: field('string', 1),
            map: field('OptionalMap', 3),
            array: field('OptionalArray', 4),
            string: { ...field('string', 5), options: { proto3_optional: true } },
          },
        },
        Plugin: {
          fields: {
            name: field('string', 1),
            env: field('EnvEntry', 2, 'repeated'),
            parameters: field('Parameter', 3, 'repeated'),
          },
        },
        ApplicationSource: {
          fields: {
            repoURL: field('string', 1),
            path: field('string', 2),
            targetRevision: field('string', 4),
            plugin: field('Plugin', 11),
          },
        },
        ManifestRequest: {
          fields: {
            repo: field('Repository', 1),
            revision: field('string', 2),
            noCache: field('bool', 3),
            appLabelKey: field('string', 4),
            appName: field('string', 5),
            namespace: field('string', 8),
            applicationSource: field('ApplicationSource', 10),
            kubeVersion: field('string', 14),
            apiVersions: field('string', 15, 'repeated'),
            trackingMethod: field('string', 19),
            projectName: field('string', 25),
          },
        },
        ManifestResponse: {
          fields: {
            manifests: field('string', 1, 'repeated'),
            revision: field('string', 4),
            sourceType: field('string', 6),
          },
        },
        RepoServerService: {
          methods: {
            GenerateManifest: { requestType: 'ManifestRequest', responseType: 'ManifestResponse', comment: '' },
          },
        },
      },
    },
  },
};

/** An Application as the application controller asks the repo server for it. */
export interface Source {
  readonly repoUrl: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  readonly path: string;
  readonly plugin?: string;
  readonly parameters?: readonly Parameter[];
  readonly env?: Readonly<Record<string, string>>;
  readonly apiVersions?: readonly string[];
  /** A hard refresh. */
  readonly noCache?: boolean;
}

/** What the application controller gets. */
export interface Answered extends Generated {
  /** The commit that the revision led to; empty after an error. */
  readonly revision: string;
  readonly sourceType: string;
}

export interface RepoServer {
  readonly generate: (source: Source) => Promise<Answered>;
  /** What the server has logged. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

interface Programs {
  readonly repoServer: string;
  readonly redis: string;
  /** The folder in which everything is written. */
  readonly folder: string;
  /** The folder with the sockets of plugins, which a sidecar shares with the repo server. */
  readonly plugins: string;
}

/** Starts Redis and a repo server on loopback, with nothing of the user's Git configuration, and waits for the latter. */
export async function startRepoServer({ repoServer, redis, folder, plugins }: Programs): Promise<RepoServer> {
  const home = mkdtempSync(join(folder, 'repo-server-'));
  mkdirSync(join(home, 'tmp'));
  const [redisPort, port, metricsPort] = await freePorts(3);
  const address = '127.0.0.1';
  const cache = run(redis, ['--bind', address, '--port', `${redisPort}`, '--save', '', '--dir', home], home);
  const flags = ['--disable-tls', '--logformat', 'text', '--redis', `${address}:${redisPort}`];
  const places = ['--address', address, '--port', `${port}`, '--metrics-address', address];
  const server = run(repoServer, [...flags, ...places, '--metrics-port', `${metricsPort}`], home, {
    ARGOCD_PLUGINSOCKFILEPATH: plugins,
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_ASK_PASS_SOCK: join(home, 'ask-pass.sock'),
    TMPDIR: join(home, 'tmp'),
  });
  const client = connect(`${address}:${port}`);
  await new Promise<void>((done, fail) => {
    for (const { child, log } of [cache, server]) child.once('exit', () => fail(new Error(log())));
    client.waitForReady(Date.now() + HANGS_MS, (error) => (error ? fail(new Error(server.log())) : done()));
  });
  return {
    generate: (source) => generate(client, source),
    log: server.log,
    stop: async () => {
      client.close();
      await Promise.all([server.stop(), cache.stop()]);
    },
  };
}

function run(program: string, args: readonly string[], home: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(program, args, {
    cwd: home,
    env: { PATH: ['/usr/bin', '/bin'].join(delimiter), HOME: home, GIT_CONFIG_NOSYSTEM: '1', ...env },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (log += text.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    child,
    log: () => log,
    stop: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** Ports of loopback that nobody listens on, held together until all are known. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((done) => server.once('listening', done))));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

interface ManifestResponse {
  readonly manifests: readonly string[];
  readonly revision: string;
  readonly sourceType: string;
}

type Answer = (error: Error | null, answer: ManifestResponse) => void;
type Methods = Record<'GenerateManifest', (request: object, options: object, answer: Answer) => void>;

function connect(address: string): Client & Methods {
  const definition = loadPackageDefinition(fromJSON(PROTOCOL, { defaults: true }));
  const { RepoServerService: Service } = definition.repository as unknown as Record<
    string,
    new (
      ...args: readonly unknown[]
    ) => Client & Methods
  >;
  return new Service!(address, credentials.createInsecure());
}

function generate(client: Methods, source: Source): Promise<Answered> {
  const { repoUrl, revision, path, plugin = 'dgdr-render', parameters = [], env = {}, ...others } = source;
  const request = {
    repo: { repo: repoUrl, type: 'git' },
    revision,
    // As an Argo CD without settings of its own tracks what it applies.
    appLabelKey: 'app.kubernetes.io/instance',
    trackingMethod: 'annotation',
    appName: 'chat',
    namespace: 'serving',
    projectName: 'default',
    kubeVersion: '1.34.0',
    applicationSource: {
      repoURL: repoUrl,
      path,
      targetRevision: revision,
      plugin: {
        name: plugin,
        env: Object.entries(env).map(([name, value]) => ({ name, value })),
        parameters: parameters.map(({ name, string, array, map }) => ({
          name,
          ...(string !== undefined && { string }),
          ...(array && { array: { array } }),
          ...(map && { map: { map: Object.entries(map).map(([key, value]) => ({ key, value })) } }),
        })),
      },
    },
    ...others,
  };
  return new Promise((done) => {
    client.GenerateManifest(request, { deadline: Date.now() + HANGS_MS }, (error, answer) => {
      if (error !== null) {
        const said = (error as { details?: string }).details ?? String(error);
        return done({ manifests: [], error: said, revision: '', sourceType: '' });
      }
      const objects = answer.manifests.map((text) => JSON.parse(text) as JsonObject);
      done({ ...answer, manifests: objects, error: '' });
    });
  });
}
