import type { Budget } from '../../files/budget.ts';
import { itemsOf } from '../../krm/list-items.ts';
import { decodeUtf8, parseStream, REQUEST_LIMITS, STREAM_LIMITS, type StreamDocument } from '../../krm/parse-yaml.ts';
import type { Resource } from '../../krm/resource.ts';
import { WORKLOAD_MENTION } from '../../render/built/built-workloads.ts';

const LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes };
/** Requests, graphs, what graphs refer to, lists of them, and plain workloads; nothing else is parsed. */
const CONCERNS_US = new RegExp(
  `\\bkind["']?\\s*:\\s*["']?(?:DynamoGraphDeployment(?:Request(?:List)?)?|ConfigMap|PersistentVolumeClaim|List)\\b|${WORKLOAD_MENTION}`,
);

/** What a build printed, as far as it concerns us; `file` names it in findings. Throws like `parseStream`. */
export function readBuilt(bytes: Uint8Array, file: string, budget: Budget): Resource[] {
  return readMentioning(CONCERNS_US, bytes, { file, budget });
}

/** The documents of what a build printed whose text has a match; the others are not parsed. Throws like `parseStream`. */
export function readMentioning(
  mustMention: RegExp,
  bytes: Uint8Array,
  { file, budget }: { readonly file: string; readonly budget: Budget },
): Resource[] {
  const documents = parseStream(decodeUtf8(bytes, file, budget), { file, limits: LIMITS, mustMention, budget });
  return documents.flatMap(resourcesOf);
}

/** The resource of a document; those inside of a List each by itself. */
function resourcesOf({ resource }: StreamDocument): Resource[] {
  if (resource === undefined) return [];
  return itemsOf(resource) ?? [resource];
}
