import { readdirSync } from 'node:fs';
import { cardGib } from '../../src/profile/card-memory.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { fromRow } from '../../src/profile/rows/from-row.ts';
import type { Row } from '../../src/profile/rows/row.ts';
import type { Backend, Mode } from '../../src/serving.ts';
import type { Judged } from '../../src/verdict/verdict.ts';
import { type RecordedAnswer, readRecording, readRequest } from '../conformance/recording.ts';

const FOLDERS = ['fixtures/goldens', 'fixtures/goldens-0.12'];

/** A recorded run as a verdict is made of it. */
export interface RecordedRun {
  readonly name: string;
  readonly judged: Judged;
}

/** Every recorded run that has a pick, its rows in the place of what our engine says. */
export function recordedRuns(): readonly RecordedRun[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const { answer, engine } = readRecording(folder, name);
      if (answer === undefined || answer.picks.picked.length === 0) return [];
      const request = readRequest(answer.text, 'reference');
      const { name: revision } = engine.revision;
      const profile = toProfile(answer, { engine: revision, dataRelease: engine.data.release, request });
      return [
        {
          name: `${folder.slice('fixtures/'.length)}/${name}`,
          judged: { request, profile, cardGib: cardGib(request, engine) },
        },
      ];
    }),
  );
}

interface Known extends Pick<Profile, 'engine' | 'dataRelease'>, Pick<Judged, 'request'> {}

function toProfile({ picks }: RecordedAnswer, { request, ...engine }: Known): Profile {
  const { pickingMode, hardware } = request;
  const read = (rows: readonly Row[]) =>
    rows.map((row) => ({ clusterRate: 0, ...fromRow(row, { pickingMode, totalGpus: hardware.totalGpus }) }));
  const tables = Object.entries(picks.experiments ?? {}).map(
    ([mode, { best_throughput: bestThroughput, top, pareto }]) => {
      return [mode, { bestThroughput, top: read(top), further: [], pareto: read(pareto) }] as const;
    },
  );
  const [row] = picks.picked;
  const { ttft = 0, tpot = 0, request_latency = 0 } = picks.best_latencies;
  return {
    ...engine,
    system: hardware.system,
    backend: picks.resolved_backend as Backend,
    backendVersion: String(row?.version ?? row?.['(d)version'] ?? ''),
    pickingMode,
    chosen: picks.chosen_exp as Mode,
    latencies: { ttftMs: ttft, tpotMs: tpot, requestMs: request_latency },
    experiments: Object.fromEntries(tables),
    picked: read(picks.picked),
    naive: undefined,
    wishes: {},
    explanation: { support: [], attempts: [] },
    model: { isMoe: false, nextn: 0, contextLength: undefined },
  };
}
