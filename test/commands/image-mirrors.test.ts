import { describe, expect, test } from 'vitest';
import type { ImageMirror } from '../../src/request/request.ts';
import { FAKE_STREET, folderWith, type Run, request, run } from './harness.ts';

/** A call, and the mirrors that its requests were rendered with. */
async function mirrorsOf(...[argv, options]: Parameters<typeof run>): Promise<Run & { mirrors: unknown }> {
  let mirrors: readonly ImageMirror[] | undefined;
  const street: typeof FAKE_STREET = {
    ...FAKE_STREET,
    parse: (resource, defaults, warn) => {
      mirrors = defaults.imageMirrors;
      return FAKE_STREET.parse(resource, defaults, warn);
    },
  };
  return { ...(await run(argv, { ...options, street })), mirrors };
}

const NVCR = { source: 'nvcr.io', mirror: 'm.example.com/nvcr' };
const HUB = { source: 'docker.io', mirror: 'm.example.com/hub' };
const pair = ({ source, mirror }: ImageMirror): string => `${source}=${mirror}`;

const stdinFor = (functionConfig: object): string =>
  JSON.stringify({
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items: [
      { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeploymentRequest', metadata: { name: 'q' }, spec: {} },
    ],
    functionConfig,
  });
const asConfig = (imageMirrors: readonly object[]) => ({
  stdin: stdinFor({
    ...{ apiVersion: 'dgdr-render.dev/v1alpha1', kind: 'RenderDGDR', metadata: { name: 'r' } },
    spec: { imageMirrors },
  }),
});
const asPairs = (imageMirrors: string) => ({
  stdin: stdinFor({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'r' }, data: { imageMirrors } }),
});
const asParameter = (parameter: object) => ({
  cwd: folderWith({ 'q.yaml': request('q') }),
  env: { ARGOCD_APP_PARAMETERS: JSON.stringify([{ name: 'image-mirror', ...parameter }]) },
});
const asOptions = (...mirrors: readonly string[]) => [
  ...['render', '-'],
  ...mirrors.flatMap((mirror) => ['--image-mirror', mirror]),
];

describe('image mirrors', () => {
  test.each<[string, () => ReturnType<typeof mirrorsOf>]>([
    ['options', () => mirrorsOf(asOptions(pair(NVCR), pair(HUB)), { stdin: request('q') })],
    ["the function's config", () => mirrorsOf(['function'], asConfig([NVCR, HUB]))],
    ['a ConfigMap', () => mirrorsOf(['function'], asPairs(`${pair(NVCR)} ${pair(HUB)}`))],
    [
      'a parameter of an Argo CD application',
      () =>
        mirrorsOf(
          ['argocd', 'generate'],
          asParameter({ map: { [NVCR.source]: NVCR.mirror, [HUB.source]: HUB.mirror } }),
        ),
    ],
    [
      'a variable of the sidecar',
      () =>
        mirrorsOf(['argocd', 'generate'], {
          cwd: folderWith({ 'q.yaml': request('q') }),
          env: { ARGOCD_ENV_IMAGE_MIRROR: `${pair(NVCR)},${pair(HUB)}` },
        }),
    ],
  ])('come from %s', async (_, call) => {
    expect(await call()).toMatchObject({ code: 0, mirrors: [NVCR, HUB] });
  });

  test.each<[string, () => ReturnType<typeof mirrorsOf>, string]>([
    [
      'an option without a mirror',
      () => mirrorsOf(asOptions('nvcr.io'), { stdin: request('q') }),
      'dgdr-render: --image-mirror: "" is no registry with or without a path, such as nvcr.io/nvidia\n',
    ],
    [
      'a source twice',
      () => mirrorsOf(asOptions(pair(NVCR), pair(NVCR)), { stdin: request('q') }),
      '--image-mirror: "nvcr.io" has a mirror already',
    ],
    [
      'a config without a mirror',
      () => mirrorsOf(['function'], asConfig([{ source: 'nvcr.io' }])),
      'error CONFIG_INVALID RenderDGDR r spec.imageMirrors[0].mirror: ',
    ],
    [
      'a config whose source is no registry',
      () => mirrorsOf(['function'], asConfig([NVCR, { ...HUB, source: 'nvidia' }])),
      'error CONFIG_INVALID RenderDGDR r spec.imageMirrors[1].source: "nvidia" is no registry',
    ],
    [
      'a ConfigMap without a mirror',
      () => mirrorsOf(['function'], asPairs('nvcr.io')),
      'error CONFIG_INVALID ConfigMap r data.imageMirrors[0].mirror: "" is no registry',
    ],
    [
      'a parameter whose mirror is none',
      () => mirrorsOf(['argocd', 'generate'], asParameter({ map: { 'nvcr.io': 'x' } })),
      'error CONFIG_INVALID spec.source.plugin.parameters[image-mirror]: "x" is no registry',
    ],
    [
      'a parameter that is a list',
      () => mirrorsOf(['argocd', 'generate'], asParameter({ array: ['nvcr.io'] })),
      'error CONFIG_INVALID spec.source.plugin.parameters[image-mirror]: a map or pairs such as',
    ],
  ])('%s is refused', async (_, call, says) => {
    expect(await call()).toEqual({
      code: 2,
      stdout: expect.anything(),
      stderr: expect.stringContaining(says),
      mirrors: undefined,
    });
  });
});
