import { type Discovery, discoverHardware } from '../cluster/discovery.ts';
import { listNodes } from '../cluster/nodes.ts';
import { findRdma } from '../cluster/rdma.ts';
import { type Finding, findingOf, type Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import { exitCodeOf } from '../krm/results.ts';
import { CLUSTER_OPTIONS, openClusterFor } from './cli/cluster-options.ts';
import { type Arguments, type Command, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { jsonText } from './cli/json-text.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from './cli/outcome.ts';
import { oneOf, STRICT_OPTION } from './cli/request-options.ts';

const FORMATS = { block: formatBlock, json: formatJson } as const;

/** `hardware`: what a request would say of the GPUs of a cluster. */
export const HARDWARE: Command = {
  name: 'hardware',
  synopsis: '--context NAME',
  summary: 'Reads the GPUs of a cluster and prints the hardware block of a request.',
  details:
    'Reads the labels that GPU feature discovery sets on the nodes, by the rules of the Dynamo operator. Writes nothing\n' +
    'to the cluster. The block goes below spec of a request; what had to be decided for it stands on stderr.\n',
  options: {
    ...CLUSTER_OPTIONS,
    'node-selector': { type: 'string', value: 'LABELS', help: 'only these nodes, by a label selector of Kubernetes' },
    format: { type: 'string', value: 'NAME', help: 'block (default), YAML to paste or append; or json' },
    ...STRICT_OPTION,
    ...REPORT_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => readHardware(args, context)),
};

async function readHardware(args: Arguments, context: Context): Promise<Outcome> {
  if (args.positionals.length > 0) throw new UsageError('no argument was expected');
  const format = oneOf(args, 'format', ['block', 'json']) ?? 'block';
  const cluster = await openClusterFor(args, context);
  const nodes = await listNodes(cluster, args.text('node-selector'));
  const findings: Finding[] = [];
  const warn: Warn = (code, details) => findings.push(findingOf(code, details, args.isSet('strict')));
  const discovery = discoverHardware(nodes, warn);
  const rdma = await findRdma(cluster, discovery.counted, warn);
  if (exitCodeOf(findings) !== 0) return { findings, output: '', notes: '' };
  const { interconnect, ...rest } = discovery.hardware;
  const optional = { ...(interconnect !== undefined && { interconnect }), ...(rdma !== undefined && { rdma }) };
  return { findings, output: FORMATS[format]({ ...rest, ...optional }), notes: summarize(discovery) };
}

/** Indented as below `spec`, so that it can be appended to a request that ends with its spec. */
function formatBlock(hardware: JsonObject): string {
  return emitYaml({ hardware }).replace(/^/gm, '  ').trimEnd().concat('\n');
}

function formatJson(hardware: JsonObject): string {
  return `${jsonText(hardware, 1)}\n`;
}

function summarize({ counted }: Discovery): string {
  const [first] = counted;
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  return `${counted.length} ${counted.length === 1 ? 'node' : 'nodes'} with ${total} x ${first?.product}\n`;
}
