import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEngines } from '../../src/profile/engines.ts';
import { compareDefault, type DefaultResult } from './compare-default.ts';
import { compareOperations, type RecordedOperations, recordedGeneration } from './compare-operations.ts';
import { runCase } from './run-case.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', multiple: true, default: ['fixtures/goldens', 'fixtures/goldens-0.12'] },
    recordings: { type: 'string', default: 'fixtures/ops' },
    ops: { type: 'boolean', default: false },
    default: { type: 'boolean', default: false },
  },
});
const engines = openEngines();
const FOREIGN = 'not compared: the engine that it was recorded with does not have the family of its model';
const isWanted = (name: string): boolean =>
  positionals.length === 0 || positionals.some((filter) => name.includes(filter));
process.exitCode = values.ops
  ? runOperations(values.recordings)
  : (values.default ? runDefault : runCases)(values.cases);

/** By default: which mends explain what differs, and both picks where a mend changes the pick. */
function runDefault(folders: readonly string[]): number {
  const cases = casesOf(folders);
  const results = cases.map(({ folder, name }) => {
    const result = compareDefault(folder, name);
    print([name.padEnd(42), verdictOf(result), ...picksOf(result)]);
    for (const problem of result.unexplained) print(['', problem]);
    return result;
  });
  const failed = results.filter(({ unexplained }) => unexplained.length > 0).length;
  const differing = results.filter(({ picks }) => picks !== undefined).length;
  print([`${cases.length} cases`, `${differing} with another pick`, `${failed} unexplained`]);
  return failed > 0 || cases.length === 0 ? 1 : 0;
}

/** The wanted cases of some folders, each folder's in the order of their names. */
function casesOf(folders: readonly string[]): readonly { readonly folder: string; readonly name: string }[] {
  return folders.flatMap((folder) => {
    const names = readdirSync(folder).filter(isWanted).sort();
    return names.map((name) => ({ folder, name }));
  });
}

function verdictOf({ outcome, mends, picks, unexplained }: DefaultResult): string {
  if (outcome === 'foreign') return FOREIGN;
  const agreement = picks === undefined ? 'agrees' : 'another pick';
  const verdict = unexplained.length > 0 ? 'UNEXPLAINED' : agreement;
  const how = outcome === 'refused' ? [`${verdict} to refuse`] : [verdict];
  return mends.length === 0 ? how.join() : `${how.join()} after ${mends.join('; ')}`;
}

function picksOf({ picks }: DefaultResult): string[] {
  return picks === undefined ? [] : [`| reference: ${picks.reference} | ours: ${picks.ours} | ${picks.reason}`];
}

function runCases(folders: readonly string[]): number {
  const results = casesOf(folders).map(({ folder, name }) => {
    const result = runCase(folder, name);
    const { rows, worst, outcome, isSamePick, isSameManifest, failures } = result;
    if (outcome === 'foreign') {
      print([name.padEnd(42), FOREIGN]);
      return result;
    }
    const verdicts = [isSamePick ? 'same pick' : 'OTHER PICK', isSameManifest ? 'same manifest' : 'OTHER MANIFEST'];
    const verdict = failures.length === 0 ? 'agrees' : 'DIFFERS';
    print([
      name.padEnd(42),
      `${rows} rows`.padStart(9),
      `worst ${worst.toExponential(1)}`,
      outcome,
      ...verdicts,
      verdict,
    ]);
    for (const failure of failures.slice(0, 5)) print(['', failure]);
    return result;
  });
  const rows = results.reduce((sum, result) => sum + result.rows, 0);
  const differing = results.filter(({ failures }) => failures.length > 0).length;
  const foreign = results.filter(({ outcome }) => outcome === 'foreign').length;
  const counts = [`${results.length - differing - foreign} agree`, `${differing} differ`];
  print([`${results.length} cases`, `${rows} rows`, ...counts, ...(foreign > 0 ? [`${foreign} not compared`] : [])]);
  return differing > 0 || rows === 0 ? 1 : 0;
}

function runOperations(folder: string): number {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && isWanted(name))
    .sort();
  let [compared, failed] = [0, 0];
  for (const name of names) {
    const recorded = JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordedOperations;
    const agreement = tryCompare(recorded);
    compared += agreement.compared;
    failed += agreement.failures.length > 0 ? 1 : 0;
    print([
      name,
      `${agreement.compared} values`,
      `${agreement.exact} exact`,
      `worst ${agreement.worst.toExponential(1)}`,
    ]);
    for (const failure of agreement.failures.slice(0, 5)) print(['', failure]);
  }
  print([`${names.length} recordings`, `${compared} values`, `${names.length - failed} agree`, `${failed} differ`]);
  return failed > 0 || compared === 0 ? 1 : 0;
}

/** A recording of what is not modelled counts as one that differs. */
function tryCompare(recorded: RecordedOperations): ReturnType<typeof compareOperations> {
  try {
    return compareOperations(recorded, engines(recordedGeneration(recorded)));
  } catch (error) {
    return { compared: 0, exact: 0, worst: 0, failures: [error instanceof Error ? error.message : String(error)] };
  }
}

function print(cells: readonly string[]): void {
  process.stdout.write(`${cells.join('  ')}\n`);
}
