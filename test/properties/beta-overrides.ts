import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import { releaseFacts } from '../../src/releases.ts';
import type { Cell } from './cells.ts';
import { ARGS, container, ENGINE_ARGS, mainContainer, podMembers, podMetadata, variables } from './pod-parts.ts';
import { features, graphFields, metadata, type Part, serviceFields, services } from './shared-parts.ts';
import { AMOUNT, all, few, list, some, WORD } from './words.ts';

const ENVELOPE = { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeployment' };
const MOST_FIELDS = 4;

/** Overrides of version v1beta1 that an operator of the cell's release admits. */
export function betaOverrides(cell: Cell): fc.Arbitrary<JsonObject> {
  const fields = few({ ...graphFields('v1beta1'), env: variables() }, 2);
  const components = services(cell, (part) => component(part, cell));
  return fc.tuple(metadata(), fields, components).map(([meta, members, parts]) => ({
    ...ENVELOPE,
    metadata: meta,
    spec: { ...members, components: parts.map(({ name, words }): JsonObject => ({ name, ...words })) },
  }));
}

function component(part: Part, cell: Cell): fc.Arbitrary<JsonObject> {
  const isWorker = part === 'worker';
  const fields = few(
    {
      ...serviceFields(part),
      sharedMemorySize: AMOUNT,
      compilationCache: all({ pvcName: WORD, mountPath: fc.constant('/~') }),
      ...(isWorker && { scalingAdapter: fc.constant({}), experimental: features('v1beta1', cell) }),
    },
    MOST_FIELDS,
  );
  const template = fc.option(podTemplate(part, cell), { nil: undefined });
  return fc.tuple(fields, template).map(([own, pod]) => ({ ...own, ...(pod && { podTemplate: pod }) }));
}

function podTemplate(part: Part, cell: Cell): fc.Arbitrary<JsonObject> {
  const spec = fc
    .tuple(few(podMembers(), 2), some({ main: main(part, cell), others: list(container()) }))
    .map(([pod, { main: own, others = [] }]): JsonObject => {
      const containers: Json[] = [...(own === undefined ? [] : [own]), ...(others as Json[])];
      return { ...pod, ...(containers.length > 0 && { containers }) };
    });
  return some({ metadata: podMetadata(), spec });
}

/** The main container by its name; where the release can, its arguments may follow the generated ones. */
function main(part: Part, cell: Cell): fc.Arbitrary<JsonObject> {
  const args = cell.backend === 'trtllm' && !cell.isMocker ? fc.oneof(ARGS, ENGINE_ARGS) : ARGS;
  const isAppendable = part === 'worker' && releaseFacts(cell.target).hasArgsPatch;
  return fc.tuple(mainContainer(args, true), fc.boolean()).map(([{ args: own, ...rest }, wantsPatch]) => {
    const isAppended = isAppendable && wantsPatch && Array.isArray(own) && own.length > 0;
    return {
      ...{ name: 'main', ...rest },
      ...(own !== undefined && { args: own }),
      ...(isAppended && { $patch: { args: 'append' } }),
    };
  });
}
