import type { Profile } from '../../profile/profile.ts';
import { toRow } from '../../profile/rows/to-row.ts';
import { jsonText } from '../cli/json-text.ts';
import { toFindingElement } from '../reporters/json.ts';
import type { ShownAnswer } from './answer.ts';

/** Answers for programs; `plugin/schemas/profile.schema.json` describes them. What is not known is absent. */
export function formatJson(answers: readonly ShownAnswer[]): string {
  return `${jsonText({ schemaVersion: 1, requests: answers.map(toElement) }, 1)}\n`;
}

/** The reference's rows keep the reference's columns. */
function toElement({ verdict, ranked, front, warnings, profile }: ShownAnswer) {
  return {
    verdict,
    ranked,
    front,
    warnings: warnings.map(toFindingElement),
    experiments: Object.fromEntries(Object.entries(profile.experiments).map(([mode, table]) => [mode, toTable(table)])),
    picked: profile.picked.map(toRow),
  };
}

function toTable({ bestThroughput, top, pareto }: NonNullable<Profile['experiments']['agg']>) {
  return { bestThroughput, top: top.map(toRow), pareto: pareto.map(toRow) };
}
