import { afterEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import type { Cluster } from '../runtime/cluster.ts';
import { RealCluster } from '../runtime/real-cluster.ts';
import { Scene } from '../runtime/scene.ts';
import { NEXT_GENERATION, NOT_SERVING, RENDERED, SERVING } from '../runtime/scenes.ts';
import { StandIn } from '../runtime/stand-in.ts';
import { wantHost } from './host.ts';

const python = wantHost('dynamo-python');
const apiServer = wantHost('kube-apiserver');

/** A busy machine takes minutes to start four processes; nothing here is asserted about time. */
const PATIENCE_SECONDS = 600;
const LIMIT_MS = 2 * PATIENCE_SECONDS * 1000;
/** How long a scene that must not serve is asked, once every worker answers or has ended. */
const REFUSAL_SECONDS = 20;

/** What the processes ask of the API server, and no more is granted. */
const ASKED = ['list dynamoworkermetadatas', 'list endpointslices', 'patch dynamoworkermetadatas'];
const ALLOWED = [...ASKED, 'watch dynamoworkermetadatas', 'watch endpointslices'];

const CLUSTERS: readonly { readonly where: string; readonly isThere: boolean; readonly make: () => Cluster }[] = [
  { where: 'a stand-in for an API server', isThere: true, make: () => new StandIn() },
  { where: 'a kube-apiserver v1.34', isThere: apiServer !== undefined, make: () => new RealCluster() },
];
/** Where the rest is tried: the real one where there is one. */
const [BEST] = CLUSTERS.filter(({ isThere }) => isThere).slice(-1);

describe.skipIf(python === undefined)('the released runtime, from the rendered objects alone', () => {
  let scene: Scene | undefined;
  const start = async (objects: readonly JsonObject[], cluster: Cluster): Promise<Scene> => {
    scene = new Scene({ python: python ?? '', cluster });
    await scene.start(objects);
    return scene;
  };
  afterEach(async () => {
    await scene?.stop();
    scene = undefined;
  });

  test.each(CLUSTERS.filter(({ isThere }) => isThere))(
    'serves a chat completion against $where, with a frontend, a prefill and a decode worker, and two generations side by side',
    async ({ make }) => {
      const whole = await start(RENDERED, make());
      expect(await whole.ask(PATIENCE_SECONDS)).toMatchObject({ isServed: true });
      const { allowed, refused } = whole.asked();
      expect(refused).toEqual([]);
      expect(allowed.filter((one) => !ALLOWED.includes(one))).toEqual([]);
      expect(ASKED.filter((one) => !allowed.includes(one))).toEqual([]);
      await whole.add(NEXT_GENERATION);
      await whole.waitUntilReady(PATIENCE_SECONDS);
      expect(Object.values(await whole.readiness())).toEqual(Array(5).fill(true));
      expect(await whole.ask(PATIENCE_SECONDS)).toMatchObject({ isServed: true });
    },
    LIMIT_MS,
  );

  test.each(Object.entries(SERVING))(
    'serves with %s',
    async (_what, objects) => {
      expect(await (await start(objects, BEST!.make())).ask(PATIENCE_SECONDS)).toMatchObject({ isServed: true });
    },
    LIMIT_MS,
  );

  test.each(Object.entries(NOT_SERVING))(
    'does not serve with %s',
    async (what, objects) => {
      const less = await start(objects, BEST!.make());
      await less.waitUntilStarted(PATIENCE_SECONDS);
      expect(await less.ask(REFUSAL_SECONDS)).toMatchObject({ isServed: false });
      expect(less.asked().refused.length > 0).toBe(what === 'no Role');
    },
    LIMIT_MS,
  );
});
