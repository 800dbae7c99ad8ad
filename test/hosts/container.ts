import { spawnSync } from 'node:child_process';
import { copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const RUN_ROOTFS = join(import.meta.dirname, 'run-rootfs');
/** The Node that runs the tests is the one that goes into images. */
const ENV = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
  BUILDAH_ISOLATION: 'chroot',
};

/** What an image says about itself (image-spec 1.1, config.md). */
interface ImageConfig {
  readonly User: string;
  readonly Env: readonly string[];
  readonly Entrypoint: readonly string[];
  readonly Labels: Readonly<Record<string, string>>;
}

/** A file or folder of an image. */
interface Entry {
  readonly path: string;
  readonly isFile: boolean;
  readonly owner: string;
  /** Permission bits in octal, with those that change the user. */
  readonly mode: string;
  readonly bytes: number;
}

/** An image that was built into a folder in the OCI layout and unpacked beside it. */
export interface Image {
  readonly folder: string;
  /** Digest of the manifest, and so of every byte. */
  readonly digest: string;
  readonly config: ImageConfig;
  readonly rootfs: string;
}

/** The OCI layout, as far as it is followed. */
interface Blob {
  readonly digest: string;
}
interface Index {
  readonly manifests: readonly Blob[];
}
interface Manifest {
  readonly config: Blob;
  readonly layers: readonly Blob[];
}

/** Whether commands can run in images here: as root, with namespaces. */
export function canRunImages(): boolean {
  return spawnSync('unshare', ['--mount', '--net', '--pid', '--fork', 'true']).status === 0;
}

/** Builds the image of the package at `root` with the script that ships, into a folder below `work`. */
export function buildImage(root: string, work: string, name: string): Image {
  const folder = join(work, name, 'image');
  mkdirSync(dirname(folder), { recursive: true });
  call(join(root, 'plugin/container/build'), [`oci:${folder}`]);
  return unpackImage(folder);
}

/** Builds the image of the Argo CD sidecar below `work` on the one that was built there, with a kustomize of this machine. */
export function buildSidecarImage({ folder: base }: Image, kustomize: string, work: string): Image {
  const folder = join(work, 'sidecar/image');
  const stage = join(work, 'sidecar/stage');
  mkdirSync(join(stage, 'app'), { recursive: true });
  copyFileSync(kustomize, join(stage, 'app/kustomize'));
  const store = ['--storage-driver', 'vfs', '--root', join(work, 'store'), '--runroot', join(work, 'run')];
  // buildah makes a name of the path to a base, and names have no capitals, so the path starts at `work`.
  const buildah = (...args: string[]): string => call('buildah', [...store, ...args], work).trim();
  const container = buildah('from', 'scratch');
  buildah('copy', container, stage, '/');
  buildah('commit', container, 'localhost/kustomize');
  const bases = [`BASE=oci:${relative(work, base)}`, 'KUSTOMIZE=localhost/kustomize'];
  const options = ['--pull=never', '--network', 'none', '--file', join(ROOT, 'plugin/argocd/Dockerfile')];
  buildah('build', ...options, ...bases.flatMap((arg) => ['--build-arg', arg]), '--tag', 'localhost/sidecar', ROOT);
  buildah('push', 'localhost/sidecar', `oci:${folder}`);
  return unpackImage(folder);
}

/** Reads and unpacks the image of a folder in the OCI layout. */
function unpackImage(folder: string): Image {
  const rootfs = join(dirname(folder), 'rootfs');
  mkdirSync(rootfs);
  const blob = (digest: string): string => join(folder, 'blobs', digest.replace(':', '/'));
  const { digest = '' } = readJson<Index>(join(folder, 'index.json')).manifests[0] ?? {};
  const { layers, config } = readJson<Manifest>(blob(digest));
  for (const layer of layers) call('tar', ['-xzf', blob(layer.digest), '-C', rootfs]);
  return { folder, digest, config: readJson<{ config: ImageConfig }>(blob(config.digest)).config, rootfs };
}

/** Everything in an image, by path. */
export function entriesOf({ rootfs }: Image): Entry[] {
  const paths = (readdirSync(rootfs, { recursive: true }) as string[]).sort();
  return paths.map((path) => {
    const stat = lstatSync(join(rootfs, path));
    const mode = (stat.mode & 0o7777).toString(8);
    return { path, isFile: stat.isFile(), owner: `${stat.uid}:${stat.gid}`, mode, bytes: stat.size };
  });
}

export interface Run {
  readonly command: readonly string[];
  readonly uid?: number;
  readonly input?: string;
  /** Folders of this machine to mount, read-only, by their path in the image; the command starts in the first. */
  readonly mounts?: Readonly<Record<string, string>>;
}

/** Runs a command with the image's environment on a read-only root and without a network. */
export function runImage({ rootfs, config }: Image, { command, uid = 65532, input = '', mounts = {} }: Run) {
  const folders = Object.entries(mounts);
  const binds = folders.map(([target, source]) => `${source}:${target}`);
  const [start = '/'] = folders.map(([target]) => target);
  const args = [rootfs, String(uid), start, ...binds, '--', ...config.Env, ...command];
  const { status, stdout, stderr } = spawnSync(RUN_ROOTFS, args, { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs a program that has to succeed. */
function call(program: string, args: readonly string[], cwd = ROOT): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env: ENV, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
