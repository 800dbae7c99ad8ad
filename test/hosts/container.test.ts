import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import {
  buildImage,
  buildSidecarImage,
  canRunImages,
  entriesOf,
  type Image,
  ROOT,
  type Run,
  runImage,
} from './container.ts';
import { wantHost, withoutNotes } from './host.ts';
import { EXAMPLES, Sandbox, wantBuilders } from './kustomize.ts';

const buildah = wantHost('buildah');
const kustomize = wantHost('kustomize');
const canRun = buildah !== undefined && canRunImages();
if (buildah !== undefined && !canRun) console.log('skipped: images are built and not run, which needs root');

const REQUEST = readFileSync(join(ROOT, 'fixtures/requests/qwen3-32b-kv-disagg.dgdr.yaml'), 'utf8');
const listOf = (...items: readonly unknown[]): string =>
  JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items });
const LIST = listOf(parse(REQUEST), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other' } });
const SIZE_LIMIT_BYTES = 180e6;

/** Files of the package below some of its folders. */
function shipped(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const names = readdirSync(join(ROOT, folder), { recursive: true }) as string[];
    return names.map((name) => join(folder, name)).filter((path) => statSync(join(ROOT, path)).isFile());
  });
}

const work = mkdtempSync(join(tmpdir(), 'dgdr-container-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Undefined, and unused, where buildah is missing. */
let image: Image;
beforeAll(() => {
  if (buildah !== undefined) image = buildImage(ROOT, work, 'first');
});

describe.skipIf(buildah === undefined)('the container image', () => {
  test('starts the function as a user that owns nothing, and says what it is', () => {
    const { User, Entrypoint, Env, Labels, ...others } = image.config;
    expect({ User, Entrypoint, Env, others }).toEqual({
      User: '65532:65532',
      Entrypoint: ['dgdr-render', 'function'],
      Env: ['PATH=/usr/local/bin:/nodejs/bin'],
      others: {},
    });
    expect(Labels).toMatchObject({
      'org.opencontainers.image.title': 'dgdr-render',
      'org.opencontainers.image.licenses': manifest.license,
      'org.opencontainers.image.version': manifest.version,
    });
  });

  test('holds Node and its libraries, two users, two commands, the bundle and its data, and nothing else', () => {
    const paths = entriesOf(image)
      .filter(({ isFile }) => isFile)
      .map(({ path }) => path);
    const isLibrary = (path: string): boolean => /^(usr\/)?lib(64)?\/([\w.+-]+\/)?[\w.+-]+\.so(\.\d+)*$/.test(path);
    const own = ['package.json', 'LICENSE', 'NOTICE', ...shipped('dist', 'catalogue', 'perfdb')];
    const commands = Object.keys(manifest.bin).map((name) => `usr/local/bin/${name}`);
    const wanted = ['nodejs/bin/node', 'etc/passwd', 'etc/group', ...commands];
    expect(paths.filter((path) => !isLibrary(path)).sort()).toEqual(
      [...wanted, ...own.map((path) => `opt/dgdr-render/${path}`)].sort(),
    );
    expect(paths.filter(isLibrary).length).toBeLessThan(15);
  });

  test('has nothing that its users may change, and nothing that changes the user', () => {
    const offending = entriesOf(image).filter(
      ({ owner, mode }) => owner !== '0:0' || !/^[0-7][0145][0145]$/.test(mode),
    );
    expect(offending).toEqual([]);
  });

  test('names nobody, as kustomize starts functions, and the user of its own', () => {
    const passwd = readFileSync(join(image.rootfs, 'etc/passwd'), 'utf8');
    expect(passwd).toMatch(/^nobody:x:65534:65534:/m);
    expect(passwd).toMatch(/^nonroot:x:65532:65532:/m);
  });

  test('takes less than 180 MB', () => {
    const bytes = entriesOf(image).reduce((sum, entry) => sum + (entry.isFile ? entry.bytes : 0), 0);
    expect(bytes).toBeLessThan(SIZE_LIMIT_BYTES);
  });

  test('is the same, byte by byte, when the same files are built elsewhere at another time', () => {
    const copy = join(work, 'copy');
    for (const name of [...manifest.files, 'package.json']) {
      cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    }
    const again = buildImage(copy, work, 'second');
    expect(again.digest).toBe(image.digest);
  });

  describe.skipIf(!canRun)('run on a read-only root, without a network', () => {
    const run = (one: Run) => runImage(image, one);
    const start = (input: string, uid?: number) =>
      run({ command: image.config.Entrypoint, input, ...(uid !== undefined && { uid }) });
    const here = (input: string) => {
      const { status, stdout, stderr } = spawnSync(join(ROOT, manifest.bin['dgdr-render-function']), {
        input,
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };

    test.each([
      ['its own user', 65532],
      ['nobody', 65534],
      ['a user that it does not name', 999],
    ])('it answers as the bundle does here, as %s', (_, uid) => {
      const answer = start(LIST, uid);
      expect(answer).toEqual(here(LIST));
      expect(answer.status).toBe(0);
      expect(parse(answer.stdout).items.map(({ kind }: { kind: string }) => kind)).toEqual([
        'DynamoGraphDeploymentRequest',
        'DynamoGraphDeployment',
        'ConfigMap',
      ]);
    });

    test('a request that fails gives the same answer and exit code too', () => {
      const bad = listOf(parse(REQUEST.replace(/ttft: .*/, 'ttft: -1')));
      expect(start(bad)).toEqual(here(bad));
      expect(start(bad).status).toBe(1);
    });

    test('other entry points read what is mounted', () => {
      const args = ['render', 'qwen3-8b-l40s.dgdr.yaml'];
      const cwd = join(ROOT, 'fixtures/requests');
      const { status, stdout } = run({ command: ['dgdr-render', ...args], mounts: { '/repo': cwd } });
      const bundled = spawnSync(join(ROOT, manifest.bin['dgdr-render']), args, { cwd, encoding: 'utf8' });
      // The mount is the root there, here it is the top of the work tree.
      const expected = bundled.stdout.replace('source: fixtures/requests/', 'source: ');
      expect({ status, stdout }).toEqual({ status: 0, stdout: expected });
    });

    test('there is no network, and nothing can be written', () => {
      const probe = `
        const blocked = ['/x', '/tmp/x', '/opt/dgdr-render/x'].map((path) => {
          try { fs.writeFileSync(path, ''); return 'written'; } catch ({ code }) { return code; }
        });
        console.log(JSON.stringify({ interfaces: Object.keys(os.networkInterfaces()), blocked, uid: process.getuid() }));`;
      const { stdout } = run({ command: ['node', '--eval', probe] });
      expect(JSON.parse(stdout)).toEqual({ interfaces: [], blocked: ['EROFS', 'ENOENT', 'EROFS'], uid: 65532 });
    });

    test.each(Object.keys(manifest.bin))('%s is on its PATH for other entry points', (name) => {
      const { status, stdout } = run({ command: [name, '--help'] });
      expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('usage: dgdr-render') });
    });
  });

  describe.skipIf(!canRun || kustomize === undefined)('with kustomize, as the sidecar of Argo CD', () => {
    let sidecar: Image;
    beforeAll(() => {
      sidecar = buildSidecarImage(image, kustomize ?? '', work);
    });

    test('it is the same image with one more program and another user', () => {
      const paths = (one: Image): string[] => entriesOf(one).map(({ path }) => path);
      expect(sidecar.config.User).toBe('999');
      expect({ ...sidecar.config, User: '' }).toEqual({ ...image.config, User: '' });
      expect(paths(sidecar).filter((path) => !paths(image).includes(path))).toEqual(['usr/local/bin/kustomize']);
      expect(paths(image).filter((path) => !paths(sidecar).includes(path))).toEqual([]);
    });

    test('the command of plugin.yaml renders an application that has a kustomization', () => {
      const app = join(work, 'app');
      mkdirSync(app);
      writeFileSync(join(app, 'kustomization.yaml'), 'namePrefix: a-\nresources: [chat.yaml]\n');
      writeFileSync(join(app, 'chat.yaml'), REQUEST);
      const { spec } = parse(readFileSync(join(ROOT, 'plugin/argocd/plugin.yaml'), 'utf8'));
      const generate = { command: spec.generate.command, uid: 999, mounts: { '/app': app } };
      const { status, stdout, stderr } = runImage(sidecar, generate);
      expect({ status, stderr: withoutNotes(stderr).replace(/\d+\.\d s/, '') }).toEqual({
        status: 0,
        stderr: '1 of 1 request to apply, \n',
      });
      expect(parse(stdout)).toMatchObject({
        kind: 'DynamoGraphDeployment',
        metadata: { name: 'a-qwen3-32b-kv-disagg-dgd' },
      });
    });
  });
});

/** The function is that of the image where images can be run, else that of the bundle. */
describe.each(wantBuilders())('the container form under $name', (builder) => {
  const name = 'registry.example.com/dgdr-render:0.2.0';
  const sandbox = new Sandbox(builder);
  const build = (folder: string) => sandbox.build(folder, ['--enable-alpha-plugins']);
  const CALL = [
    ...['run', '--rm', '-i', '-a', 'STDIN', '-a', 'STDOUT', '-a', 'STDERR', '--network', 'none', '--user', 'nobody'],
    '--security-opt=no-new-privileges',
  ];
  const ENV_AND_IMAGE = ['-e', 'LOG_TO_STDERR=true', '-e', 'STRUCTURED_RESULTS=true', name];
  const annotated = (text: string): string =>
    text.replace(/exec:\n +path: dgdr-render-function/, `container: {image: "${name}"}`);
  const example = (file: string): string => annotated(readFileSync(join(EXAMPLES, file), 'utf8'));
  beforeAll(() =>
    sandbox.addDocker({
      name,
      ...(canRun && { rootfs: image.rootfs, env: image.config.Env, entrypoint: image.config.Entrypoint }),
    }),
  );
  afterAll(() => sandbox.remove());

  test.each([
    {
      role: 'a transformer',
      files: {
        'kustomization.yaml': 'namePrefix: a-\nresources: [q.yaml]\ntransformers: [render.yaml]\n',
        'q.yaml': example('transformer/qwen3-32b.yaml'),
        'render.yaml': example('transformer/render.yaml'),
      },
    },
    {
      role: 'a generator that is the request',
      files: {
        'kustomization.yaml': 'namePrefix: a-\ngenerators: [q.yaml]\n',
        'q.yaml': example('own-generator/qwen3-32b.yaml'),
      },
    },
  ])('$role runs as nobody, without a network', ({ role, files }) => {
    const folder = role.replaceAll(' ', '-');
    sandbox.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text])));
    const { status, stderr, objects } = build(folder);
    expect({ status, stderr: withoutNotes(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(objects).toMatchObject([{ kind: 'DynamoGraphDeployment', metadata: { name: 'a-qwen3-32b-dgd' } }]);
    expect(sandbox.dockerCalls().at(-1)).toEqual([...CALL, ...ENV_AND_IMAGE]);
  });

  test('the example mounts the requests that its config names, and nothing else', () => {
    sandbox.copyExample('container');
    const { status, stderr, objects } = build('container');
    expect({ status, stderr: withoutNotes(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(objects).toMatchObject([
      {
        kind: 'DynamoGraphDeployment',
        metadata: { namespace: 'inference', annotations: { 'dgdr-render.dev/source': 'requests/qwen3-32b.yaml#0' } },
      },
    ]);
    const mount = `type=bind,source=${join(sandbox.dir, 'container/requests')},target=/requests,readonly`;
    expect(sandbox.dockerCalls().at(-1)).toEqual([...CALL, '--mount', mount, ...ENV_AND_IMAGE]);
  });

  test('what the function says about a bad request fails the build', () => {
    sandbox.write({
      'bad/kustomization.yaml': 'generators: [q.yaml]\n',
      'bad/q.yaml': example('own-generator/qwen3-32b.yaml').replace('ttft: 1000', 'ttft: -1'),
    });
    const { status, stdout, stderr } = build('bad');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^error \w+ .*spec\.sla\.ttft: .*\n {2}hint: /m);
  });
});
