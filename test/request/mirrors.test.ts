import { describe, expect, test } from 'vitest';
import { findMirrorProblem, mirrorImage, parseMirrors } from '../../src/request/mirrors.ts';

const MIRRORS = [
  { source: 'nvcr.io', mirror: 'registry.example.com/nvcr' },
  { source: 'nvcr.io/nvidia/ai-dynamo', mirror: 'registry.example.com/dynamo' },
  { source: 'nvcr.io/nvidia/ai-dynamo/vllm-runtime', mirror: 'registry.example.com:5000/vllm' },
  { source: 'docker.io', mirror: 'registry.example.com/hub' },
  { source: 'docker.io/library/redis', mirror: 'localhost/redis' },
  { source: 'localhost', mirror: 'registry.example.com/local' },
];

test.each([
  ['nvcr.io/nim/meta/llama:1', 'registry.example.com/nvcr/nim/meta/llama:1'],
  ['nvcr.io/nvidia/ai-dynamo/sglang-runtime:1.3.1', 'registry.example.com/dynamo/sglang-runtime:1.3.1'],
  ['nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.3.1', 'registry.example.com:5000/vllm:1.3.1'],
  ['nvcr.io/nvidia/ai-dynamo/vllm-runtime', 'registry.example.com:5000/vllm'],
  ['nvcr.io/nvidia/ai-dynamo/vllm-runtime@sha256:0a', 'registry.example.com:5000/vllm@sha256:0a'],
  ['nvcr.io/nvidia/ai-dynamo/vllm-runtime-cuda13:1', 'registry.example.com/dynamo/vllm-runtime-cuda13:1'],
  ['nvcr.io/nvidia/ai-dynamo-old/vllm-runtime:1', 'registry.example.com/nvcr/nvidia/ai-dynamo-old/vllm-runtime:1'],
  ['nvcr.io.example.com/x:1', 'nvcr.io.example.com/x:1'],
  ['busybox:1.36', 'registry.example.com/hub/library/busybox:1.36'],
  ['redis', 'localhost/redis'],
  ['bitnami/redis:7', 'registry.example.com/hub/bitnami/redis:7'],
  ['docker.io/bitnami/redis:7', 'registry.example.com/hub/bitnami/redis:7'],
  ['localhost/x', 'registry.example.com/local/x'],
  ['localhost:5000/x', 'localhost:5000/x'],
  ['quay.io/x/y:1', 'quay.io/x/y:1'],
  ['registry.example.com/nvcr/x:1', 'registry.example.com/nvcr/x:1'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what Flux fills in later
  ['${REGISTRY}/x:1', '${REGISTRY}/x:1'],
])('the image %s is taken from %s', (image, expected) => {
  expect(mirrorImage(image, MIRRORS)).toBe(expected);
  expect(mirrorImage(image, MIRRORS.toReversed())).toBe(expected);
});

test('without mirrors an image stays as it is written', () => {
  expect(mirrorImage('busybox', [])).toBe('busybox');
});

describe('of several mirrors', () => {
  test('one text holds them all', () => {
    expect(parseMirrors(' nvcr.io=a.b/c,\n docker.io=d.e  x')).toEqual([
      { source: 'nvcr.io', mirror: 'a.b/c' },
      { source: 'docker.io', mirror: 'd.e' },
      { source: 'x', mirror: '' },
    ]);
  });

  test('each names two registries', () => {
    expect(findMirrorProblem(MIRRORS)).toBeUndefined();
  });

  test.each([
    [{ source: 'nvidia', mirror: 'a.b' }, 'source', '"nvidia" is no registry with or without a path'],
    [{ source: 'nvcr.io', mirror: 'mirror' }, 'mirror', '"mirror" is no registry'],
    [{ source: 'nvcr.io', mirror: '' }, 'mirror', '"" is no registry'],
    [{ source: 'nvcr.io/', mirror: 'a.b' }, 'source', '"nvcr.io/" is no registry'],
    [{ source: 'nvcr.io/x:1', mirror: 'a.b' }, 'source', '"nvcr.io/x:1" is no registry'],
    [{ source: 'https://nvcr.io', mirror: 'a.b' }, 'source', '"https://nvcr.io" is no registry'],
    [{ source: 'docker.io', mirror: 'a.b' }, 'source', '"docker.io" has a mirror already'],
  ])('%j is refused', (mirror, field, message) => {
    const problem = findMirrorProblem([...MIRRORS, mirror]);
    expect(problem).toEqual({ index: MIRRORS.length, field, message: expect.stringContaining(message) });
  });
});
