import type { JsonObject } from '../../src/json.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { familyModel, operationLists } from '../../src/models/model.ts';
import { MODELS_0_12 } from '../../src/models/model-revision.ts';
import type { Operation } from '../../src/operations/operations.ts';
import type { QuantModes } from '../../src/operations/quant-modes.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';
import type { Backend } from '../../src/serving.ts';

const { models } = openCatalog()('0.12').models();

/** Nothing quantised. */
export const QUANT: QuantModes = {
  gemm: 'bfloat16',
  moe: 'bfloat16',
  kvCache: 'bfloat16',
  fmha: 'bfloat16',
  comm: 'half',
};
/** The layout of one GPU. */
export const ALONE = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };

interface Wish {
  readonly changes?: JsonObject;
  readonly layout?: Partial<typeof ALONE>;
  readonly revision?: typeof MODELS_0_12;
  readonly backend?: Backend;
}

/** The configuration of a bundled model with other fields of its text model. */
export function changed(id: string, changes: JsonObject = {}): JsonObject {
  const { config } = models[id]!;
  const { text_config: text } = config;
  return text === undefined ? { ...config, ...changes } : { ...config, text_config: { ...Object(text), ...changes } };
}

/** A worker of a bundled model, as wished. */
export function workerOf(id: string, { changes, layout, revision = MODELS_0_12, backend = 'sglang' }: Wish = {}) {
  const files = { config: changed(id, changes), hfQuantConfig: models[id]!.hfQuantConfig };
  const architecture = parseArchitecture(id, files);
  const family = familyModel(architecture);
  const plan = { architecture, layout: { ...ALONE, ...layout }, quant: QUANT, backend, revision } as const;
  return { family, plan, lists: operationLists(family, plan) };
}

/** The first operation of a name. */
export const named = (ops: readonly Operation[], name: string): Operation | undefined =>
  ops.find((op) => op.name === name);
