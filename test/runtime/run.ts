/**
 * Released runtimes serve from what is rendered: node scripts/run-ts.mjs test/runtime/run.ts NAME=PYTHON... [--less] [--stand-in].
 * Each python is one of an environment that .ci/hosts/dynamo makes. Against a real API server where .ci/kube/build was run. Prints a
 * row a release and scene.
 */
import { findHost } from '../hosts/host.ts';
import { RealCluster } from './real-cluster.ts';
import { Scene } from './scene.ts';
import { NEXT_GENERATION, NOT_SERVING, RENDERED, SERVING } from './scenes.ts';
import { StandIn } from './stand-in.ts';

/** Seconds until a busy machine has started everything. */
const PATIENCE = Number(process.env.RUNTIME_PATIENCE ?? 300);

const args = process.argv.slice(2);
const isReal = findHost('kube-apiserver') !== undefined && !args.includes('--stand-in');
const pythons = args.filter((arg) => arg.includes('='));

async function play(python: string, objects: typeof RENDERED, act: (scene: Scene) => Promise<string>): Promise<string> {
  const scene = new Scene({ python, cluster: isReal ? new RealCluster() : new StandIn() });
  try {
    await scene.start(objects);
    return await act(scene);
  } finally {
    await scene.stop();
  }
}

/** Whether a completion comes back, which pods are ready, and what they asked for in vain. */
async function answer(scene: Scene, seconds: number): Promise<string> {
  const { isServed, words } = await scene.ask(seconds);
  const ready = Object.entries(await scene.readiness()).map(([name, is]) => `${name} ${is ? 'ready' : 'not ready'}`);
  const refused = scene.asked().refused.join(', ') || 'nothing';
  return `${isServed ? 'served' : `not served (${words})`}; ${ready.join(', ')}; refused ${refused}`;
}

console.log(isReal ? 'against a kube-apiserver' : 'against a stand-in for an API server');
for (const pair of pythons) {
  const [name = '', python = ''] = pair.split('=');
  const say = (what: string, words: string): void => console.log(`${name}: ${what}: ${words}`);
  await play(python, RENDERED, async (scene) => {
    say('as rendered', await answer(scene, PATIENCE));
    say('asked for', scene.asked().allowed.join(', '));
    await scene.add(NEXT_GENERATION);
    await scene.waitUntilReady(PATIENCE);
    const words = await answer(scene, 30);
    say('two generations', words);
    return words;
  });
  if (!args.includes('--less')) continue;
  for (const [what, objects] of Object.entries(SERVING))
    say(what, await play(python, objects, (scene) => answer(scene, PATIENCE)));
  for (const [what, objects] of Object.entries(NOT_SERVING))
    say(what, await play(python, objects, (scene) => answer(scene, PATIENCE / 3)));
}
