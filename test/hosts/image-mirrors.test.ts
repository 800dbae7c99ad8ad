import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { graphServices } from '../../src/dgd/services.ts';
import { wantHost } from './host.ts';
import { EXAMPLES, Sandbox } from './kustomize.ts';

const kustomize = wantHost('kustomize');
const SOURCE = 'nvcr.io/nvidia/ai-dynamo';
const MIRROR = 'registry.example.com/dynamo';

describe.skipIf(kustomize === undefined)('images under kustomize build', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  afterAll(() => sandbox.remove());

  /** Registry and path of every image of the one graph, each once. */
  function build(target: string, { spec = {}, overlay = {} }: { spec?: object; overlay?: object }): string[] {
    const read = (file: string): string => readFileSync(join(EXAMPLES, 'transformer', file), 'utf8');
    sandbox.write({
      'base/kustomization.yaml': stringify({ resources: ['q.yaml'], transformers: ['render.yaml'] }),
      'base/q.yaml': read('qwen3-32b.yaml').replace(/planner:\S+/, `planner:${target}.0`),
      'base/render.yaml': read('render.yaml').replace('spec: {}', `spec: ${JSON.stringify(spec)}`),
      'overlay/kustomization.yaml': stringify({ resources: ['../base'], ...overlay }),
    });
    const images = graphServices(sandbox.build('overlay').objects[0]).map(({ mainContainer }) => mainContainer.image);
    return [...new Set(images.map((image) => String(image).replace(/\/[^/]+$/, '')))];
  }

  const overlay = { images: [{ name: `${SOURCE}/vllm-runtime`, newName: `${MIRROR}/vllm-runtime` }] };
  test.each([
    ['images: of kustomize does not reach v1alpha1', '1.3', { overlay }, SOURCE],
    ['images: of kustomize reaches v1beta1', '1.5', { overlay }, MIRROR],
    ['imageMirrors reaches v1alpha1', '1.3', { spec: { imageMirrors: [{ source: SOURCE, mirror: MIRROR }] } }, MIRROR],
    ['imageMirrors reaches v1beta1', '1.5', { spec: { imageMirrors: [{ source: SOURCE, mirror: MIRROR }] } }, MIRROR],
  ])('%s', (_, target, options, expected) => {
    expect(build(target, options)).toEqual([expected]);
  });
});
