import { WORKLOAD_ROWS } from '../../request/workload-rows.ts';

/** A part of the options of a command, as its help shows them. */
interface OptionGroup {
  readonly title: string;
  /** Names without dashes. */
  readonly names: readonly string[];
}

/** In the order in which a help shows them; an option of none is the command's own and comes first. */
const GROUPS: readonly OptionGroup[] = [
  {
    title: 'Where graphs go',
    names: ['output-dir', 'beside', 'prune', 'exit-code', 'emit', 'only-applied', 'keep-requests'],
  },
  { title: 'What is looked at', names: ['exclude', 'allow-empty'] },
  { title: 'What must not change', names: ['previous', 'against', 'frozen', 'strict'] },
  {
    title: 'What requests leave out',
    names: [
      ...['image', 'image-mirror', 'target', 'gpu-sku', 'total-gpus', 'num-gpus-per-node', 'vram-mb', 'router-mode'],
      ...[
        'kv-events',
        'model-config',
        'model-like',
        'support',
        'serving-mode',
        'memory-headroom',
        'price',
        'flux-substitute',
      ],
    ],
  },
  {
    title: 'Plain workloads (--emit workloads)',
    names: Object.values(WORKLOAD_ROWS).flatMap((row) => ('option' in row ? [row.option.name] : [])),
  },
  { title: 'Clusters', names: ['context', 'kubeconfig', 'request-timeout'] },
  { title: 'What is said', names: ['report', 'report-file', 'color', 'quiet', 'help'] },
];

/** The options of a command by their groups, those of the command itself first under no title. */
export function inGroups(names: readonly string[]): readonly OptionGroup[] {
  const grouped = new Set(GROUPS.flatMap((group) => group.names));
  const own = { title: '', names: names.filter((name) => !grouped.has(name)) };
  const shared = GROUPS.map((group) => ({ ...group, names: names.filter((name) => group.names.includes(name)) }));
  return [own, ...shared].filter((group) => group.names.length > 0);
}
