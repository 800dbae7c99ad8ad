import { describe, expect, test } from 'vitest';
import { findService } from '../../src/dgd/services.ts';
import { namesModel, startedEngine, wantedGpus } from '../../src/graph/engine-size.ts';

/** A worker that starts an engine with arguments. */
function worker(command: readonly string[], args: readonly string[], more = {}) {
  const service = {
    componentType: 'worker',
    extraPodSpec: { mainContainer: { command: [...command], args: [...args] } },
    ...more,
  };
  return findService({ spec: { services: { worker: service } } }, 'worker')!;
}

function gpusOf(module: string, args: string, more = {}): number | undefined {
  const service = worker(['python3', '-m', module], args.split(' '), more);
  return wantedGpus(service, startedEngine(service)!);
}

describe('the GPUs that arguments want', () => {
  test.each([
    ['nothing said is one', 'dynamo.vllm', '--model a', 1],
    ['vLLM: tensor, pipeline and data', 'dynamo.vllm', '--tensor-parallel-size 2 -pp 2 --data-parallel-size=4', 16],
    ['the last of a flag wins', 'dynamo.vllm', '--tensor-parallel-size 2 --tensor_parallel_size 4', 4],
    ['SGLang: data ranks of their own', 'dynamo.sglang', '--tp 2 --dp-size 2', 4],
    ['SGLang: data ranks that share attention', 'dynamo.sglang', '--tp 8 --dp 8 --enable-dp-attention', 8],
    ['TensorRT-LLM: attention data parallel', 'dynamo.trtllm', '--tensor-parallel-size 4 --enable-attention-dp', 4],
    ['a variable', 'dynamo.vllm', '--tensor-parallel-size $(TP)', undefined],
    ['a file of settings', 'dynamo.trtllm', '--extra-engine-args engine.yaml', undefined],
    ['sizes inside JSON', 'dynamo.trtllm', '--override-engine-args {"tensor_parallel_size":4}', undefined],
  ])('%s', (_, module, args, wanted) => {
    expect(gpusOf(module, args)).toBe(wanted);
  });

  test('are those of all nodes, where the ranks are said for one', () => {
    const two = { multinode: { nodeCount: 2 } };
    expect(gpusOf('dynamo.vllm', '--tensor-parallel-size 16', two)).toBe(16);
    expect(gpusOf('dynamo.vllm', '--data-parallel-size 16 --data-parallel-size-local 8', two)).toBe(16);
  });
});

describe('a started engine', () => {
  test.each([
    ['a shell that starts one', ['sh', '-c'], ['python3 -m dynamo.vllm']],
    ['a mocker', ['python3', '-m', 'dynamo.mocker'], []],
  ])('is not %s', (_, command, args) => {
    expect(startedEngine(worker(command, args))).toBeUndefined();
  });

  test.each([
    ['--model a', true],
    ['--model-path=a', true],
    ['--served-model-name a', false],
  ])('with %s names its model: %s', (args, wanted) => {
    const engine = startedEngine(worker([], ['-m', 'dynamo.sglang', ...args.split(' ')]));
    expect(namesModel(engine!)).toBe(wanted);
  });
});
