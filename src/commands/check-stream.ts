import type { Finding } from '../errors.ts';
import { isObject, type Json } from '../json.ts';
import { decodeUtf8, parseStream, REQUEST_LIMITS, STREAM_LIMITS, type StreamDocument } from '../krm/parse-yaml.ts';
import type { Resource } from '../krm/resource.ts';
import { exitCodeOf } from '../krm/results.ts';
import { checkBuilt } from '../render/built.ts';
import { isGraph } from '../render/stable.ts';
import { parseTarget } from '../request/target.ts';
import { type Arguments, UsageError } from './command.ts';
import type { Context } from './context.ts';
import type { Outcome } from './outcome.ts';
import { REQUEST_OPTIONS, requestDefaults } from './request-options.ts';

const FILE = 'stdin';
const LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes };
/** Requests, graphs, what graphs refer to, and lists of them; nothing else is parsed. */
const CONCERNS_US =
  /\bkind["']?\s*:\s*["']?(?:DynamoGraphDeployment(?:Request)?|ConfigMap|PersistentVolumeClaim|List)\b/;
/** Options of requests that mean something for what is built already. */
const USED: readonly string[] = ['target', 'strict'];

/**
 * `check -`: whether what a build prints on stdin can be applied, such as `kustomize build | dgdr-render check -`. Nothing is
 * rendered or compared.
 */
export async function checkStream(args: Arguments, context: Context): Promise<Outcome> {
  refuseOthers(args);
  const { target } = requestDefaults(args);
  const release = target === undefined ? undefined : parseTarget(target, '--target');
  const resources = readResources(await context.readStdin());
  const count = resources.filter(({ object }) => isGraph(object)).length;
  const found = checkBuilt(resources, { target: release, isStrict: args.isSet('strict') });
  const isEmpty = count === 0 && found.length === 0 && !args.isSet('allow-empty');
  const findings = isEmpty ? [noGraphs()] : found;
  const isFine = exitCodeOf(findings) === 0;
  return { findings, output: '', notes: isFine ? `${count} ${count === 1 ? 'graph' : 'graphs'} can be applied\n` : '' };
}

function refuseOthers(args: Arguments): void {
  if (args.positionals.length > 1) throw new UsageError('- (stdin) cannot be combined with other paths');
  const other = ['output-dir', ...Object.keys(REQUEST_OPTIONS)].find(
    (name) => !USED.includes(name) && (args.text(name) !== undefined || args.texts(name).length > 0),
  );
  if (other !== undefined) throw new UsageError(`--${other} has no effect on what is built already (-)`);
}

/** An empty build is a trap: kustomize prints nothing and succeeds where it may not start the function. */
function noGraphs(): Finding {
  return {
    severity: 'error',
    code: 'NO_REQUESTS',
    message: `no DynamoGraphDeployment on ${FILE}`,
    hint: 'build with --enable-alpha-plugins --enable-exec, or allow none with --allow-empty',
  };
}

function readResources(bytes: Uint8Array): Resource[] {
  const documents = parseStream(decodeUtf8(bytes, FILE), { file: FILE, limits: LIMITS, mustMention: CONCERNS_US });
  return documents.flatMap(resourcesOf);
}

/** The resource of a document; those inside of a List each by itself. */
function resourcesOf({ resource }: StreamDocument): Resource[] {
  if (resource === undefined) return [];
  const { kind, items } = resource.object;
  if (kind !== 'List' || !Array.isArray(items)) return [resource];
  return items.flatMap((object: Json, index) => {
    const locate: Resource['locate'] = (path) =>
      resource.locate(path === '' ? `items[${index}]` : `items[${index}].${path}`);
    return isObject(object) ? [{ ...resource, object, origin: locate(''), locate }] : [];
  });
}
