import type { Finding } from '../../errors.ts';
import type { Root } from '../../files/root.ts';
import { findDrift } from '../../render/compare/drift.ts';
import type { RenderReport } from '../../render/render.ts';
import { counted } from '../../words.ts';
import { type Arguments, type OptionTable, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { oneLine } from '../cli/one-line.ts';
import type { Outcome } from '../cli/outcome.ts';
import { toFindings } from '../cli/to-findings.ts';
import { type Input, STDIN } from '../read/read-input.ts';
import { failedFiles } from '../read/render-input.ts';
import { changeFinding, type Difference, formatDifferences } from './drift-report.ts';
import { type PlannedFile, textOf } from './planned-files.ts';
import { filesToPrune } from './prune.ts';
import { displayName, readCommitted, type Store, storeBeside, storeOf } from './store.ts';
import { untrackedFiles } from './untracked-files.ts';
import { type FileChanges, writeAllOrNothing } from './write-files.ts';

/** Options that write files; the last two do so beside the requests unless a folder is named, where `check` looks too. */
export const FILE_OPTIONS = {
  'output-dir': { type: 'string', value: 'DIR', help: 'write <namespace>-<name>.yaml files instead of printing' },
  beside: { type: 'boolean', help: 'write q.dgd.yaml beside q.yaml or q.dgdr.yaml instead of printing' },
  prune: { type: 'boolean', help: 'write files, and remove those of graphs whose request is gone' },
  'exit-code': { type: 'boolean', help: 'write files, and fail if one changes or is unknown to git (for hooks)' },
} as const satisfies OptionTable;

/** Where graphs go that are not printed, and what else happens there. */
export interface FileOutput {
  readonly store: Store;
  readonly isPruned: boolean;
  /** Whether a change is a failure, though it is made. */
  readonly failsOnChange: boolean;
}

/** What the options ask for; undefined where graphs are printed. Throws UsageError. */
export function fileOutputOf(args: Arguments): FileOutput | undefined {
  const dir = args.text('output-dir');
  const asked = (['prune', 'beside', 'exit-code'] as const).filter((name) => args.isSet(name));
  if (dir === undefined && asked.length === 0) return undefined;
  const isPruned = asked.includes('prune');
  if (dir !== undefined && asked.includes('beside')) {
    throw new UsageError('--beside cannot be combined with --output-dir');
  }
  if (args.positionals.includes(STDIN) && (dir === undefined || isPruned)) {
    throw new UsageError(`--${asked[0]} cannot be combined with - (stdin)`);
  }
  return {
    store: dir === undefined ? storeBeside() : storeOf(dir),
    isPruned,
    failsOnChange: asked.includes('exit-code'),
  };
}

/** What is to become of the files. */
export interface PlannedChanges extends FileChanges {
  readonly root: Root;
  /** How many graphs they hold. */
  readonly graphs: number;
  /** What becomes of graphs that are there already, where a change is a failure. */
  readonly differences: readonly Difference[];
  /** Why it cannot be done. */
  readonly findings: readonly Finding[];
}

/** The files that the graphs make, and those that are to go. */
export function planFiles(
  { store, isPruned, failsOnChange }: FileOutput,
  { input, report }: { readonly input: Input; readonly report: RenderReport },
): PlannedChanges {
  const graphs = report.graphs.length;
  const { root } = input.settings;
  try {
    const all = store.plan(report.graphs);
    const files = all.map((file) => {
      return { name: displayName(store, file.name, root), text: textOf(file) };
    });
    const planned = files.map(({ name }) => name);
    const known = { inputs: new Set(input.files), failed: failedFiles(input, report), planned };
    const surplus = isPruned ? filesToPrune(store, known, root) : { value: [], findings: [] };
    const differences = failsOnChange ? all.flatMap((file) => changesOf(file, store, root)) : [];
    return { root, files, removals: surplus.value, graphs, differences, findings: surplus.findings };
  } catch (error) {
    return { root, files: [], removals: [], graphs, differences: [], findings: toFindings(error) };
  }
}

/** How the graphs of a file change that is there; what cannot be read is written anew. */
function changesOf(planned: PlannedFile, store: Store, root: Root): Difference[] {
  const file = displayName(store, planned.name, root);
  const { value = [] } = readCommitted(file, root);
  const changed = findDrift(planned.graphs, value).filter(({ kind }) => kind === 'changed');
  return changed.map((drift) => ({ ...drift, file }));
}

/** Writes and removes all files or none, and says what changed: findings where that is a failure, notes for people. */
export async function writeFiles(
  output: FileOutput,
  changes: PlannedChanges,
  context: Context,
): Promise<Pick<Outcome, 'findings' | 'notes'>> {
  try {
    const changed = await context.untilSafe((signal) => writeAllOrNothing(changes, { root: changes.root, signal }));
    const findings = output.failsOnChange ? changeFindings(changes, changed, context) : [];
    return { findings, notes: summarize(output, changes, changed) };
  } catch (error) {
    return { findings: toFindings(error), notes: '' };
  }
}

function changeFindings({ files, removals }: FileChanges, changed: readonly string[], context: Context): Finding[] {
  const kept = files.map(({ name }) => name).filter((name) => !changed.includes(name));
  return [
    ...changed.map((name) => changeFinding(name, 'written')),
    ...untrackedFiles(kept, context).map((name) => changeFinding(name, 'untracked')),
    ...removals.map((name) => changeFinding(name, 'removed')),
  ];
}

/** A line that counts, and the names unless the findings have them. */
function summarize(
  { store, failsOnChange }: FileOutput,
  { graphs, removals, differences }: PlannedChanges,
  changed: readonly string[],
): string {
  const removed = removals.length === 0 ? '' : `, ${removals.length} removed`;
  const count = `${counted(graphs, 'graph')} ${oneLine(store.where)}, ${changed.length} changed${removed}\n`;
  const names = [...changed, ...removals.map((name) => `${name} (removed)`)];
  return failsOnChange
    ? `${formatDifferences(differences)}${count}`
    : `${count}${names.map((name) => `  ${oneLine(name)}\n`).join('')}`;
}
