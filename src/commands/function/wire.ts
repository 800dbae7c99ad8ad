import { findOne } from '../../files/find-files.ts';
import { readFile } from '../../files/read-file.ts';
import type { Root } from '../../files/root.ts';
import type { JsonObject } from '../../json.ts';
import { emitResourceList } from '../../krm/emit-resource-list.ts';
import { decodeUtf8, requireSize, STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import { emitPlainList, parsePlainList } from '../../krm/plain-list.ts';
import { type ListItem, parseResourceList, type ResourceList } from '../../krm/resource-list.ts';
import { exitCodeOf, type ResourceFinding } from '../../krm/results.ts';
import { UsageError } from '../cli/command.ts';

/** What the function came to. */
export interface Answer {
  readonly items: readonly (ListItem | JsonObject)[];
  readonly findings: readonly ResourceFinding[];
}

/** How a host and the function talk over stdin and stdout. */
export interface Wire {
  readonly read: (stdin: string, root: Root) => ResourceList;
  readonly write: (list: ResourceList, answer: Answer) => string;
}

/**
 * What is read of the items: requests and lists of them, graphs and what belongs to them, locks, configs, and what already
 * stands where graphs go. Everything else goes back as it came.
 */
const CONCERNS_US = /DynamoGraphDeployment|dgdr|planner-config-|\.dgd\./;

/** A ResourceList both ways (KRM Functions Specification v1). */
const FUNCTION: Wire = {
  read: (stdin, { budget }) => parseResourceList(stdin, { budget, concernsUs: CONCERNS_US }),
  write: ({ apiVersion }, answer) => emitResourceList({ apiVersion, ...answer }),
};

/**
 * The wire that a call means. With a file as its only argument the call is that of an exec plugin of kustomize, the form
 * before functions and the only one in kubectl that needs no container (kustomize v5.7.1, api/internal/plugins/execplugin):
 * stdin and stdout are plain YAML, and what a failed plugin prints would be read. @throws UsageError
 */
export function wireOf(positionals: readonly string[], configRoot: Root): Wire {
  const [config, ...others] = positionals;
  if (config === undefined) return FUNCTION;
  if (others.length > 0) throw new UsageError('one file with the config was expected, or nothing');
  return {
    read: (stdin, root) =>
      parsePlainList(readConfig(config, configRoot), stdin, { budget: root.budget, concernsUs: CONCERNS_US }),
    write: (_, { items, findings }) => (exitCodeOf(findings) === 0 ? emitPlainList(items) : ''),
  };
}

function readConfig(path: string, root: Root): string {
  const found = findOne(path, root);
  const read = found.stat.isFile() ? readFile(found.path, STREAM_LIMITS.bytes) : undefined;
  if (read === undefined) throw new UsageError(`${path} is no file with a config`);
  requireSize(read.size, STREAM_LIMITS, { file: path, index: 0 });
  return decodeUtf8(read.bytes ?? Buffer.alloc(0), path, root.budget);
}
