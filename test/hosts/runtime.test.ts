import { afterEach, describe, expect, test } from 'vitest';
import { Scene, type SceneOptions } from '../runtime/scene.ts';
import { LESS, NEXT_GENERATION, RENDERED } from '../runtime/scenes.ts';
import { wantHost } from './host.ts';

const python = wantHost('dynamo-python');

/** A busy machine takes minutes to start four processes; nothing here is asserted about time. */
const PATIENCE_SECONDS = 600;
const LIMIT_MS = 2 * PATIENCE_SECONDS * 1000;
/** How long a scene that must not serve is asked. */
const REFUSAL_SECONDS = 45;

/** What the processes ask of the API server, and no more is granted. */
const ASKED = ['list dynamoworkermetadatas', 'list endpointslices', 'patch dynamoworkermetadatas'];
const ALLOWED = [...ASKED, 'watch dynamoworkermetadatas', 'watch endpointslices'];

describe.skipIf(python === undefined)('the released runtime, from the rendered objects alone', () => {
  let scene: Scene | undefined;
  const start = async (options: SceneOptions): Promise<Scene> => {
    scene = new Scene(python ?? '', options);
    await scene.start();
    return scene;
  };
  afterEach(async () => {
    await scene?.stop();
    scene = undefined;
  });

  test(
    'serves a chat completion with a frontend, a prefill and a decode worker, and two generations side by side',
    async () => {
      const whole = await start({ objects: RENDERED });
      expect(await whole.ask(PATIENCE_SECONDS)).toMatchObject({ isServed: true });
      expect(whole.refused).toEqual([]);
      expect(whole.asked.filter((one) => !ALLOWED.includes(one))).toEqual([]);
      expect(ASKED.filter((one) => !whole.asked.includes(one))).toEqual([]);
      await whole.add(NEXT_GENERATION);
      await whole.waitUntilReady(PATIENCE_SECONDS);
      expect(await whole.ask(PATIENCE_SECONDS)).toMatchObject({ isServed: true });
    },
    LIMIT_MS,
  );

  test.each(Object.entries(LESS))(
    'does not serve with %s',
    async (_what, options) => {
      const less = await start(options);
      await less.waitUntilListening(PATIENCE_SECONDS);
      expect(await less.ask(REFUSAL_SECONDS)).toMatchObject({ isServed: false });
    },
    LIMIT_MS,
  );
});
