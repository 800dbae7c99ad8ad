import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { type Client, type ClientWritableStream, credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import type { JsonObject } from '../../src/json.ts';
import { HANGS_MS } from '../support/limits.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const PLUGIN = join(ROOT, 'plugin/argocd');
const CHUNK_BYTES = 1024;

/** Field numbers of argo-cd v3.2.12, cmpserver/plugin/plugin.proto and reposerver/repository/repository.proto. */
const field = (type: string, id: number, rule?: string) => ({ type, id, ...(rule && { rule }) });
const rpc = (requestType: string, responseType: string) => ({
  requestType,
  responseType,
  comment: '',
  ...(requestType === 'AppStreamRequest' && { requestStream: true }),
});
const PROTOCOL: Parameters<typeof fromJSON>[0] = {
  nested: {
    plugin: {
      nested: {
        Empty: { fields: {} },
        EnvEntry: { fields: { name: field('string', 1), value: field('string', 2) } },
        File: { fields: { chunk: field('bytes', 1) } },
        Metadata: {
          fields: {
            appName: field('string', 1),
            appRelPath: field('string', 2),
            checksum: field('string', 3),
            size: field('int64', 4),
            env: field('EnvEntry', 5, 'repeated'),
          },
        },
        AppStreamRequest: {
          oneofs: { request: { oneof: ['metadata', 'file'] } },
          fields: { metadata: field('Metadata', 1), file: field('File', 2) },
        },
        ManifestResponse: { fields: { manifests: field('string', 1, 'repeated') } },
        RepositoryResponse: { fields: { isSupported: field('bool', 1), isDiscoveryEnabled: field('bool', 2) } },
        Announcement: {
          fields: {
            name: field('string', 1),
            title: field('string', 2),
            tooltip: field('string', 3),
            required: field('bool', 4),
            itemType: field('string', 5),
            collectionType: field('string', 6),
            string: field('string', 7),
          },
        },
        AnnouncementResponse: { fields: { parameterAnnouncements: field('Announcement', 1, 'repeated') } },
        CheckResponse: { fields: { isDiscoveryConfigured: field('bool', 1), provideGitCreds: field('bool', 2) } },
        ConfigManagementPluginService: {
          methods: {
            CheckPluginConfiguration: rpc('Empty', 'CheckResponse'),
            MatchRepository: rpc('AppStreamRequest', 'RepositoryResponse'),
            GetParametersAnnouncement: rpc('AppStreamRequest', 'AnnouncementResponse'),
            GenerateManifest: rpc('AppStreamRequest', 'ManifestResponse'),
          },
        },
      },
    },
  },
};

/** An Application as far as the plugin sees it. */
export interface Application {
  /** A folder with files, as the repo server has checked it out. */
  readonly repository: string;
  /** `spec.source.path`. */
  readonly path?: string;
  /** `spec.source.plugin.parameters`. */
  readonly parameters?: readonly Parameter[];
  /** `spec.source.plugin.env`. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the cluster serves, as `group/version/Kind`; unknown unless given. */
  readonly apiVersions?: readonly string[];
  /** How long the repo server waits; as good as forever unless given, since a busy machine is slow. */
  readonly timeoutMs?: number;
}

/** An entry of `spec.source.plugin.parameters`. */
export interface Parameter {
  readonly name: string;
  readonly string?: string;
  readonly array?: readonly string[];
  readonly map?: Readonly<Record<string, string>>;
}

/** What the repo server gets: manifests, or the text that it shows. */
export interface Generated {
  readonly manifests: readonly JsonObject[];
  readonly error: string;
}

export interface CmpServer {
  readonly check: () => Promise<JsonObject>;
  readonly match: (application: Application) => Promise<JsonObject>;
  readonly announce: (application: Application) => Promise<JsonObject>;
  readonly generate: (application: Application) => Promise<Generated>;
  /** What the server has logged. */
  readonly log: () => string;
  /** Processor time in s of all calls so far. */
  readonly cpuSeconds: () => number;
  /** The folder with its socket. */
  readonly plugins: string;
  readonly stop: () => Promise<void>;
}

/** A temporary folder with `dgdr-render` and kustomize as its only programs, besides those of the system. */
export function sidecarFolder(programs: Readonly<Record<string, string | undefined>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-argocd-'));
  mkdirSync(join(folder, 'bin'));
  for (const [name, path] of Object.entries({ node: process.execPath, ...programs })) {
    if (path !== undefined) symlinkSync(path, join(folder, 'bin', name));
  }
  return folder;
}

/** The bundle as the sidecar's image has it. */
export const DGDR_RENDER = join(ROOT, 'dist/dgdr-render.mjs');

/** Writes files below a folder; those whose text starts with `#!` are executable. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
  return folder;
}

/** Starts the server in a folder of its own below `folder`, with the given plugin.yaml, and waits for its socket. */
export async function startServer(binary: string, folder: string, plugin: string): Promise<CmpServer> {
  const home = mkdtempSync(join(folder, 'server-'));
  writeFiles(home, { 'config/plugin.yaml': plugin });
  mkdirSync(join(home, 'plugins'));
  const server = spawn(binary, ['--config-dir-path', join(home, 'config'), '--logformat', 'text'], {
    cwd: home,
    env: {
      PATH: [join(folder, 'bin'), '/usr/bin', '/bin'].join(delimiter),
      HOME: home,
      ARGOCD_PLUGINSOCKFILEPATH: join(home, 'plugins'),
      ARGOCD_CMP_WORKDIR: join(home, 'work'),
    },
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (log += text.toString()));
  const client = connect(join(home, 'plugins/dgdr-render.sock'));
  await new Promise<void>((done, fail) => {
    server.once('exit', () => fail(new Error(log)));
    client.waitForReady(Date.now() + HANGS_MS, (error) => (error ? fail(new Error(log)) : done()));
  });
  return {
    check: () => unary(client, 'CheckPluginConfiguration'),
    match: (application) => send(client, 'MatchRepository', application),
    announce: (application) => send(client, 'GetParametersAnnouncement', application),
    generate: (application) => generate(client, application),
    log: () => log,
    cpuSeconds: () => childSeconds(server.pid!),
    plugins: join(home, 'plugins'),
    stop: async () => {
      client.close();
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Processor time of the children of a process that have ended, from `cutime` and `cstime` (proc(5)) in 1/100 s. */
function childSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

type Answer = (error: Error | null, answer: JsonObject) => void;
type Methods = Record<string, (messageOrOptions: object, answer: Answer) => ClientWritableStream<object>>;

function connect(socket: string): Client & Methods {
  const definition = loadPackageDefinition(fromJSON(PROTOCOL, { defaults: true, longs: Number }));
  const { ConfigManagementPluginService: Service } = definition.plugin as unknown as Record<
    string,
    new (
      ...args: readonly unknown[]
    ) => Client & Methods
  >;
  return new Service!(`unix:${socket}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': 100 * 2 ** 20,
  });
}

function unary(client: Methods, method: string): Promise<JsonObject> {
  return new Promise((done, fail) => {
    client[method]!({}, (error: Error | null, answer: JsonObject) => (error ? fail(error) : done(answer)));
  });
}

async function generate(client: Methods, application: Application): Promise<Generated> {
  try {
    const { manifests } = await send(client, 'GenerateManifest', application);
    return { manifests: (manifests as string[]).map((text) => JSON.parse(text) as JsonObject), error: '' };
  } catch (error) {
    return { manifests: [], error: (error as { details?: string }).details ?? String(error) };
  }
}

/** Sends metadata and the packed repository, as the repo server does. */
function send(client: Methods, method: string, application: Application): Promise<JsonObject> {
  const { repository, path = '.', timeoutMs = HANGS_MS } = application;
  const { stdout: packed, status } = spawnSync('tar', ['-czf', '-', '-C', repository, '.'], { maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`tar ended with ${status}`);
  const metadata = {
    appName: path,
    appRelPath: path,
    checksum: createHash('sha256').update(packed).digest('hex'),
    size: packed.length,
    env: environment(application),
  };
  return new Promise((done, fail) => {
    const stream = client[method]!({ deadline: Date.now() + timeoutMs }, (error: Error | null, answer: JsonObject) =>
      error ? fail(error) : done(answer),
    );
    stream.on('error', () => undefined);
    stream.write({ metadata });
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
      stream.write({ file: { chunk: packed.subarray(at, at + CHUNK_BYTES) } });
    }
    stream.end();
  });
}

/** The variables that the repo server makes of an Application (argo-cd v3.2.12, ApplicationSourcePluginParameters). */
function environment({
  path = '.',
  parameters,
  env = {},
  apiVersions = [],
}: Application): { name: string; value: string }[] {
  const variable = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9_]/g, '_');
  const entries = (parameters ?? []).flatMap(({ name, string, array = [], map = {} }) => {
    const base = `PARAM_${variable(name)}`;
    return [
      ...(string === undefined ? [] : [[base, string] as const]),
      ...array.map((value, i) => [`${base}_${i}`, value] as const),
      ...Object.entries(map).map(([key, value]) => [`${base}_${variable(key)}`, value] as const),
    ];
  });
  return [
    ['ARGOCD_APP_NAME', 'chat'],
    ['ARGOCD_APP_NAMESPACE', 'serving'],
    ['ARGOCD_APP_SOURCE_PATH', path],
    ['KUBE_VERSION', '1.34.0'],
    ['KUBE_API_VERSIONS', apiVersions.join(',')],
    ...Object.entries(env).map(([name, value]) => [`ARGOCD_ENV_${name}`, value] as const),
    ['ARGOCD_APP_PARAMETERS', JSON.stringify(parameters ?? null)] as const,
    ...entries,
  ].map(([name = '', value = '']) => ({ name, value }));
}
