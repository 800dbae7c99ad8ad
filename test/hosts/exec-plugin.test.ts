import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutNotes } from './host.ts';
import { EXAMPLES, Sandbox, wantBuilders } from './kustomize.ts';

/** Where exec plugins stand in a plugin home, by the kind of their config. */
const PLUGINS = [
  'dgdr-render.dev/v1alpha1/renderdgdr/RenderDGDR',
  'nvidia.com/v1beta1/dynamographdeploymentrequest/DynamoGraphDeploymentRequest',
];
const REQUEST = readFileSync(join(EXAMPLES, 'transformer/qwen3-32b.yaml'), 'utf8');
const render = (spec: string): string =>
  `apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nmetadata:\n  name: render\nspec: ${spec}\n`;
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other\ndata:\n  answer: "on"\n';

describe.each(wantBuilders())('exec plugins under $name', (builder) => {
  const sandbox = new Sandbox(builder);
  const home = join(sandbox.dir, 'plugins');
  const build = (folder: string) => sandbox.build(folder, ['--enable-alpha-plugins'], { KUSTOMIZE_PLUGIN_HOME: home });
  beforeAll(() => {
    for (const plugin of PLUGINS) {
      mkdirSync(join(home, dirname(plugin)), { recursive: true });
      symlinkSync(join(sandbox.dir, 'bin/dgdr-render-function'), join(home, plugin));
    }
  });
  afterAll(() => sandbox.remove());

  test('a transformer renders the requests among the resources, without a function and without its flag', () => {
    sandbox.write({
      'transform/kustomization.yaml':
        'namePrefix: a-\nnamespace: inference\nresources: [q.yaml, other.yaml]\ntransformers: [render.yaml]\n' +
        'buildMetadata: [originAnnotations]\n',
      'transform/q.yaml': REQUEST,
      'transform/other.yaml': MAP,
      'transform/render.yaml': render('{routing: {mode: random}}'),
    });
    const { status, stderr, objects } = build('transform');
    expect({ status, stderr: withoutNotes(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(objects.map(({ kind }) => kind).sort()).toEqual(['ConfigMap', 'DynamoGraphDeployment']);
    expect(objects).toContainEqual(
      expect.objectContaining({
        kind: 'DynamoGraphDeployment',
        metadata: expect.objectContaining({
          name: 'a-qwen3-32b-dgd',
          namespace: 'inference',
          labels: { 'dgdr.nvidia.com/name': 'a-qwen3-32b', 'dgdr.nvidia.com/namespace': 'inference' },
          annotations: expect.objectContaining({ 'dgdr-render.dev/source': 'q.yaml#0' }),
        }),
      }),
    );
  });

  test.each([
    ['that names request files', render('{requests: [requests/*.yaml]}')],
    ['that is the request', REQUEST],
  ])('a generator %s renders it', (_, config) => {
    sandbox.write({
      'generate/kustomization.yaml': 'namePrefix: a-\ngenerators: [config.yaml]\n',
      'generate/config.yaml': config,
      'generate/requests/q.yaml': REQUEST,
    });
    const { status, stderr, objects } = build('generate');
    expect({ status, stderr: withoutNotes(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(objects).toMatchObject([{ kind: 'DynamoGraphDeployment', metadata: { name: 'a-qwen3-32b-dgd' } }]);
  });

  test.each([
    ['transformers', render('{}')],
    ['generators', render('{requests: [q.yaml]}')],
  ])('a request that fails among %s fails the build, and stderr says why', (role, config) => {
    sandbox.write({
      'bad/kustomization.yaml': `resources: [${role === 'transformers' ? 'q.yaml' : ''}]\n${role}: [config.yaml]\n`,
      'bad/config.yaml': config,
      'bad/q.yaml': REQUEST.replace('ttft: 1000', 'ttft: -1'),
    });
    const { status, stdout, stderr } = build('bad');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/error \w+ .*spec\.sla\.ttft: .*\n\s+hint: /);
  });
});
