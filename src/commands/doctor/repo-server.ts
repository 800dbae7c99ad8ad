import { basename, dirname } from 'node:path';
import { findingOf, RenderError } from '../../errors.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import { describeRef, refOf } from '../../krm/identity.ts';
import { composeDocument, REQUEST_LIMITS } from '../../krm/parse-yaml.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { show } from '../../words.ts';

const REPO_SERVER = 'argocd-repo-server';
/** Names of the container that is the repo server itself: in the manifests of Argo CD, and in the chart of argo-helm. */
const SERVER_NAMES: readonly Json[] = [REPO_SERVER, 'repo-server'];
const SERVER_PROGRAM = '/var/run/argocd/argocd-cmp-server';
const SOCKETS = '/home/argocd/cmp-server/plugins';
const CONFIG = '/home/argocd/cmp-server/config/plugin.yaml';
/** The user of the repo server, who has to read the socket. */
const USER = 999;
const PLUGIN = 'dgdr-render';
const GENERATE = [PLUGIN, 'argocd', 'generate'];
const CONTAINERS = ['spec', 'template', 'spec'] as const;

/** Documents without one of these words say nothing of a repo server. */
export const REPO_SERVER_MENTION = new RegExp(`\\b${REPO_SERVER}\\b|\\bkind["']?\\s*:\\s*["']?ConfigMap\\b`);

/** The pod of a repo server, as far as plugins are concerned. */
interface Pod {
  readonly spec: JsonObject;
  readonly server: JsonObject;
  /** The sidecar of our plugin. */
  readonly sidecar: JsonObject;
  /** What its plugin.yaml says; undefined where it is not in the build. */
  readonly plugin: JsonObject | undefined;
}

/** Something that the repo server has to have. */
interface Need {
  /** As the list for people has it. */
  readonly words: string;
  /** What is wrong with it, after the name of the sidecar. */
  readonly problem: (pod: Pod) => string | undefined;
  readonly hint: string;
}

/** Sources: argo-cd v3.2.12, docs/operator-manual/config-management-plugins.md, cmpserver/plugin/config.go, common/common.go. */
const NEEDS: readonly Need[] = [
  {
    words: `a sidecar whose image has ${PLUGIN}, its data and kustomize, and that starts ${SERVER_PROGRAM}`,
    problem: ({ sidecar }) => {
      const [program] = commandOf(sidecar);
      if (program === undefined) return 'starts what its image names';
      return basename(program) === basename(SERVER_PROGRAM) ? undefined : `starts ${show(program)}`;
    },
    hint: `write command: [${SERVER_PROGRAM}]`,
  },
  {
    words: `in it, the volume with that program at ${dirname(SERVER_PROGRAM)}`,
    problem: ({ sidecar }) => {
      const folder = dirname(commandOf(sidecar)[0] ?? SERVER_PROGRAM);
      return volumeAt(sidecar, folder) === undefined ? `mounts nothing at ${folder}` : undefined;
    },
    hint: 'mount the volume var-files, to which the init container of the repo server copies the program',
  },
  {
    words: `the user ${USER}, as whom the repo server opens the socket`,
    problem: ({ spec, sidecar }) => {
      const user = getIn(sidecar, 'securityContext', 'runAsUser') ?? getIn(spec, 'securityContext', 'runAsUser');
      return user === USER ? undefined : user === undefined ? 'names no user' : `runs as ${show(user)}`;
    },
    hint: `write runAsUser: ${USER}`,
  },
  {
    words: `in both containers, one volume at ${SOCKETS}, where the sidecar makes the socket ${PLUGIN}.sock`,
    problem: ({ server, sidecar }) => {
      const volume = volumeAt(sidecar, SOCKETS);
      const isShared = volume !== undefined && volume === volumeAt(server, SOCKETS);
      return isShared ? undefined : `shares no volume at ${SOCKETS} with ${REPO_SERVER}, which then finds no socket`;
    },
    hint: 'mount the volume plugins there in both',
  },
  {
    words: `${CONFIG}, a ConfigManagementPlugin named ${PLUGIN}`,
    problem: ({ sidecar, plugin }) => {
      if (configMount(sidecar) === undefined) return `mounts nothing at ${CONFIG}`;
      if (plugin === undefined) return undefined;
      const [name, version] = [getIn(plugin, 'metadata', 'name'), getIn(plugin, 'spec', 'version')];
      if (plugin.kind !== 'ConfigManagementPlugin') return 'has a plugin.yaml that is none';
      if (version !== undefined) return `makes the socket of ${PLUGIN}-${show(version)}, as spec.version is set`;
      return name === PLUGIN ? undefined : `makes the socket of ${show(name)}, which applications have to name`;
    },
    hint: 'mount plugin.yaml of plugin/argocd as it is',
  },
  {
    words: `in that, the command that generates: [${GENERATE.join(', ')}]`,
    problem: ({ plugin }) => {
      if (plugin === undefined) return undefined;
      const said = textsOf(getIn(plugin, 'spec', 'generate', 'command'));
      return GENERATE.every((word, i) => said[i] === word) ? undefined : `generates with ${show(said.join(' '))}`;
    },
    hint: `write spec.generate.command: [${GENERATE.join(', ')}]`,
  },
  {
    words: 'at /tmp a volume of the sidecar alone, where repositories are unpacked',
    problem: ({ server, sidecar }) => {
      const own = volumeAt(sidecar, '/tmp');
      const isFixed = getIn(sidecar, 'securityContext', 'readOnlyRootFilesystem') === true;
      if (own === undefined) return isFixed ? 'has no /tmp to write to' : undefined;
      return own === volumeAt(server, '/tmp') ? 'has the /tmp of the repo server' : undefined;
    },
    hint: 'mount an emptyDir of its own at /tmp',
  },
];

/** What the repo server must have for applications with our plugin, for people. */
export function repoServerNeeds(): string {
  const rows = NEEDS.map(({ words }) => `  - ${words}\n`).join('');
  const named = `  - applications that name it: spec.source.plugin.name: ${PLUGIN}\n`;
  return `what Argo CD needs to render requests, all of it in plugin/argocd; doctor on the folder of your Argo CD checks it:\n${rows}${named}`;
}

/** PLUGIN_INCOMPLETE for what the repo server of a build lacks; undefined where the build has none. */
export function checkRepoServer(built: readonly Resource[]): ResourceFinding[] | undefined {
  const servers = built.flatMap((resource) => {
    const spec = getIn(resource.object, ...CONTAINERS);
    const server = containersOf(spec).find(({ name }) => name !== undefined && SERVER_NAMES.includes(name));
    return isObject(spec) && server !== undefined ? [{ resource, spec, server }] : [];
  });
  if (servers.length === 0) return undefined;
  const maps = built.map(({ object }) => object).filter(({ kind }) => kind === 'ConfigMap');
  return servers.flatMap(({ resource, spec, server }) => {
    const others = containersOf(spec).filter((one) => one !== server);
    const sidecars = others.map((sidecar) => ({ spec, server, sidecar, plugin: pluginOf(sidecar, spec, maps) }));
    const pod = sidecars.find(isOurs);
    if (pod === undefined) {
      return [incomplete(resource, `no sidecar has ${PLUGIN}`, 'add plugin/argocd as a component, or its values.yaml')];
    }
    return NEEDS.flatMap(({ problem, hint }) => {
      const said = problem(pod);
      return said === undefined ? [] : [incomplete(resource, `the sidecar ${show(pod.sidecar.name)} ${said}`, hint)];
    });
  });
}

function incomplete(resource: Resource, said: string, hint: string): ResourceFinding {
  const message = `${describeRef(refOf(resource.object))}: ${said}`;
  return findingOf('PLUGIN_INCOMPLETE', { message, path: [...CONTAINERS, 'containers'].join('.'), hint, resource });
}

/** A sidecar is ours by what its plugin.yaml starts or is called, and by its own name where that cannot be seen. */
function isOurs({ sidecar, plugin }: Pod): boolean {
  const names = [
    getIn(plugin, 'metadata', 'name'),
    textsOf(getIn(plugin, 'spec', 'generate', 'command'))[0],
    ...(plugin === undefined ? [sidecar.name, sidecar.image] : []),
  ];
  return names.some((name) => typeof name === 'string' && name.includes(PLUGIN));
}

/** The plugin.yaml of a sidecar, from the ConfigMap of the build that it mounts. */
function pluginOf(sidecar: JsonObject, spec: JsonObject, maps: readonly JsonObject[]): JsonObject | undefined {
  const mount = configMount(sidecar);
  const volume = objectsOf(spec.volumes).find(({ name }) => mount !== undefined && name === mount.name);
  const map = getIn(volume, 'configMap', 'name');
  const found = maps.find((one) => getIn(one, 'metadata', 'name') === map);
  if (found === undefined) return undefined;
  const text = getIn(found, 'data', typeof mount?.subPath === 'string' ? mount.subPath : basename(CONFIG));
  return typeof text === 'string' ? readPlugin(text) : {};
}

/** What cannot be read says nothing, which is then what is wrong with it. */
function readPlugin(text: string): JsonObject {
  try {
    const origin = { file: basename(CONFIG), index: 0, line: 1 };
    const value = composeDocument(text, origin, { limits: REQUEST_LIMITS })?.value;
    return isObject(value) ? value : {};
  } catch (error) {
    if (error instanceof RenderError) return {};
    throw error;
  }
}

/** The mount that brings plugin.yaml: of the file, or of its folder. */
function configMount(container: JsonObject): JsonObject | undefined {
  return objectsOf(container.volumeMounts).find(
    ({ mountPath }) => mountPath === CONFIG || mountPath === dirname(CONFIG),
  );
}

/** The name of the volume that is mounted at a path. */
function volumeAt(container: JsonObject, path: string): Json | undefined {
  return objectsOf(container.volumeMounts).find(({ mountPath }) => mountPath === path)?.name;
}

function containersOf(spec: Json | undefined): JsonObject[] {
  return objectsOf(getIn(spec, 'containers'));
}

function commandOf(container: JsonObject): string[] {
  return textsOf(container.command);
}

function objectsOf(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function textsOf(list: Json | undefined): string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}
