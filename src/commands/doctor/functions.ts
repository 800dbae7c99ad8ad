import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type FindingDetails, findingOf } from '../../errors.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { annotationsOf } from '../../krm/annotations.ts';
import { describeRef, refOf } from '../../krm/identity.ts';
import { parseStream } from '../../krm/parse-yaml.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { CONFIG_KIND } from '../../request/config-schema.ts';
import { nearest } from '../../request/nearest.ts';
import { isRequest } from '../../request/parse-request.ts';
import type { Context } from '../cli/context.ts';
import { toFindings } from '../cli/to-findings.ts';
import type { Form } from './hosts.ts';
import type { Listed } from './kustomizations.ts';

/** The program of a config, as kustomize will start it. */
export interface Program {
  readonly listed: Listed;
  readonly form: Form;
  /** Path of the program, or the image. */
  readonly name: string;
  /** Whether it is started as it is: no arguments and no variables, which could make another program of it. */
  readonly isPlain: boolean;
}

/** The annotation that names a function, with its older spelling (kustomize v5.7.1, kyaml/fn/runtime/runtimeutil). */
const ANNOTATIONS = ['config.kubernetes.io/function', 'config.k8s.io/function'] as const;
const [ANNOTATION] = ANNOTATIONS;
/** What is known of a function's declaration, by the path to each object. From v5.0 anything else is an error. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['exec', 'container', 'deferFailure'],
  exec: ['path', 'args', 'envs'],
  container: ['image', 'network', 'mounts', 'envs'],
};

/** Whether a resource is a config of this tool: one of its own, or a request. */
export function isOurs({ resource: { object } }: Listed): boolean {
  return isRequest(object) || (object.kind === CONFIG_KIND && refOf(object).apiVersion.startsWith('dgdr-render.dev/'));
}

/** The program that kustomize starts for a config, or what is wrong with how it is declared (FUNCTION_INVALID). */
export function toProgram(listed: Listed, env: Context['env']): Program | ResourceFinding[] {
  const annotations = annotationsOf(listed.resource.object);
  const key = ANNOTATIONS.find((name) => annotations[name] !== undefined);
  if (key !== undefined) return fromAnnotation(listed, key, annotations[key] ?? '');
  const plugin = pluginOf(listed, env);
  if (plugin !== undefined && existsSync(plugin)) return { listed, form: 'plugin', name: plugin, isPlain: false };
  const guess = Object.keys(annotations).find((name) => nearest(name, ANNOTATIONS) !== undefined);
  return [
    guess === undefined
      ? invalid(listed, 'metadata.annotations', {
          message: `${describeRef(refOf(listed.resource.object))} names no function, and there is no exec plugin of its kind`,
          hint: `annotate it with ${ANNOTATION}; see plugin/kustomize/README.md`,
        })
      : invalid(listed, `metadata.annotations.${guess}`, {
          message: `kustomize does not read the annotation ${guess}`,
          hint: `write ${ANNOTATION}`,
        }),
  ];
}

function fromAnnotation(listed: Listed, key: string, text: string): Program | ResourceFinding[] {
  const path = `metadata.annotations.${key}`;
  const spec = parseSpec(text);
  if (!isObject(spec)) return [invalid(listed, path, { message: `the function is no object: ${String(spec)}` })];
  const { exec, container } = spec;
  const unknown = [...unknownKeys(spec, ''), ...unknownKeys(exec, 'exec'), ...unknownKeys(container, 'container')];
  if (unknown.length > 0) return unknown.map((details) => invalid(listed, path, details));
  if (isObject(exec) && typeof exec.path === 'string' && exec.path !== '') {
    const isPlain = exec.args === undefined && exec.envs === undefined;
    return { listed, form: 'exec', name: exec.path, isPlain };
  }
  if (isObject(container) && typeof container.image === 'string' && container.image !== '') {
    return { listed, form: 'container', name: container.image, isPlain: false };
  }
  const message = 'the function names neither a program (exec.path) nor an image (container.image)';
  return [invalid(listed, path, { message, hint: 'write exec: {path: dgdr-render-function}' })];
}

/** The declaration as an object, or why it is none. */
function parseSpec(text: string): JsonObject | string {
  try {
    return parseStream(text, { file: '' })[0]?.resource?.object ?? text.trim();
  } catch (error) {
    return toFindings(error)
      .map(({ message }) => message)
      .join('; ');
  }
}

function unknownKeys(value: unknown, where: string): FindingDetails[] {
  const known = KEYS[where] ?? [];
  const unknown = isObject(value) ? Object.keys(value).filter((key) => !known.includes(key)) : [];
  return unknown.map((key) => {
    const guess = nearest(key, known);
    return {
      message: `a function has no ${where === '' ? key : `${where}.${key}`}; kustomize 5 refuses it, and 4 ignores it`,
      hint: guess === undefined ? `known are ${known.join(', ')}` : `write ${guess}`,
    };
  });
}

function invalid(listed: Listed, path: string, details: FindingDetails): ResourceFinding {
  const { resource } = listed;
  return findingOf('FUNCTION_INVALID', { path, origin: resource.locate(path), resource, ...details });
}

/** Where an exec plugin for the kind of a config would stand (kustomize v5.7.1, api/konfig). */
function pluginOf({ resource }: Listed, { KUSTOMIZE_PLUGIN_HOME, XDG_CONFIG_HOME, HOME = '/' }: Context['env']) {
  const { apiVersion, kind } = refOf(resource.object);
  const homes = [
    KUSTOMIZE_PLUGIN_HOME,
    XDG_CONFIG_HOME && join(XDG_CONFIG_HOME, 'kustomize/plugin'),
    join(HOME, '.config/kustomize/plugin'),
    join(HOME, 'kustomize/plugin'),
  ];
  const home = homes.find((path) => path !== undefined && path !== '' && existsSync(path));
  return home === undefined ? undefined : join(home, apiVersion, kind.toLowerCase(), kind);
}
