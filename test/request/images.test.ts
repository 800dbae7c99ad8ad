import { expect, test } from 'vitest';
import { parseImage } from '../../src/request/image-syntax.ts';
import { plannerImage, runtimeImage } from '../../src/request/images.ts';
import { REFERENCE } from '../../src/request/mends.ts';
import { BACKENDS } from '../../src/serving.ts';

test.each([
  ['nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1', 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.3.1'],
  ['planner', 'vllm-runtime'],
  ['localhost:5000/planner', 'localhost:5000/vllm-runtime'],
  ['localhost:5000/planner:tag@sha256:abc', 'localhost:5000/vllm-runtime:tag'],
  ['x/vllm-runtime:1.3.1@sha256:abc', 'x/vllm-runtime:1.3.1@sha256:abc'],
])('the vLLM image of %s is %s', (image, expected) => {
  expect(runtimeImage(image, 'vllm')).toBe(expected);
});

test('every backend has its runtime', () => {
  const images = BACKENDS.map((backend) => runtimeImage('x/planner:1', backend));
  expect(images).toEqual(['x/tensorrtllm-runtime:1', 'x/sglang-runtime:1', 'x/vllm-runtime:1']);
});

test('the reference keeps a digest of another image', () => {
  expect(runtimeImage('localhost:5000/planner:tag@sha256:abc', 'vllm', REFERENCE)).toBe(
    'localhost:5000/vllm-runtime:tag@sha256:abc',
  );
});

test('the planner image keeps the digest of a planner only', () => {
  expect(plannerImage('x/dynamo-planner:1@sha256:abc', { major: 1, minor: 3 })).toBe('x/dynamo-planner:1@sha256:abc');
  expect(plannerImage('x/dynamo-frontend:1@sha256:abc', { major: 1, minor: 1 })).toBe('x/dynamo-planner:1');
  expect(plannerImage('x/dynamo-frontend:1', { major: 1, minor: 0 })).toBe('x/dynamo-frontend:1');
});

test.each(['a', 'a:b', 'localhost:12345/a', 'a/b/c', 'Host.example:5000/a__b/c-d:V1.2', '[::1]:5000/a', 'a@sha256:0a'])(
  '%s is an image',
  (image) => {
    expect(parseImage(image)).toBeDefined();
  },
);

test.each([
  '',
  '/',
  'a/',
  '/a',
  'a//b',
  'A',
  'a:',
  'a:b:c',
  'a@',
  'a@sha256',
  'a:.b',
  'a b',
  'a\n',
  'https://a/b',
  `a:${'t'.repeat(129)}`,
  'localhost:123456/a',
  'localhost:/a',
])('%j is no image', (image) => {
  expect(parseImage(image)).toBeUndefined();
});
