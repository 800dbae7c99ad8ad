import type { Operation } from '../../models/operations.ts';
import type { PerfDatabase, SystemSpec } from '../../perfdb/perfdb.ts';
import { contextAttentionTime, generationAttentionTime } from './attention.ts';
import { customAllReduceTime } from './custom-all-reduce.ts';
import { gemmTime } from './gemm.ts';
import { memoryTime } from './memory-bound.ts';
import type { StepPoint } from './step-point.ts';

/** Time in ms that an operation takes in a step, all its layers together. @throws DataMissing */
export type OperationTime = (operation: Operation, point: StepPoint) => number;

type KindTime<Kind extends Operation['kind']> = (
  operation: Extract<Operation, { kind: Kind }>,
  point: StepPoint,
) => number;

/** Bytes of an activation element; activations are bfloat16 between operations. */
const ACTIVATION_BYTES = 2;

/** Evaluates operations against one backend's measured tables; tables are read when an operation first needs them. */
export function operationTime(database: PerfDatabase, system: SystemSpec): OperationTime {
  const memory = memoryTime(system);
  const gemm = gemmTime(database, system);
  const contextAttention = contextAttentionTime(database, system);
  const generationAttention = generationAttentionTime(database, system);
  const allReduce = customAllReduceTime(database, system);
  const { interNodeBwBytesPerSec, p2pLatencySec } = system;
  const times: { readonly [Kind in Operation['kind']]: KindTime<Kind> } = {
    embedding: (op, { tokens }) => memory(tokens * op.columns * ACTIVATION_BYTES),
    elementWise: (op, { tokens }) =>
      memory(tokens * op.inputs * ACTIVATION_BYTES + tokens * op.outputs * ACTIVATION_BYTES),
    gemm: (op, { tokens }) => gemm(tokens, op),
    contextAttention: (op, { batch, sequenceLength }) => contextAttention(op, batch, sequenceLength),
    generationAttention: (op, { batch, sequenceLength }) => generationAttention(op, batch, sequenceLength),
    customAllReduce: (op, { tokens }) => allReduce(tokens * op.elements, op.gpus),
    pointToPoint: (op, { tokens }) =>
      op.stages === 1 ? 0 : ((tokens * op.elements * ACTIVATION_BYTES) / interNodeBwBytesPerSec + p2pLatencySec) * 1000,
  };
  return (operation, point) =>
    (times[operation.kind] as KindTime<Operation['kind']>)(operation, point) * operation.count;
}
