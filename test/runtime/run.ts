/**
 * Released runtimes serve from what is rendered: node scripts/run-ts.mjs test/runtime/run.ts NAME=PYTHON... [--less]. Each python is
 * one of an environment that .ci/hosts/dynamo makes. Prints a row a release.
 */
import { Scene } from './scene.ts';
import { LESS, NEXT_GENERATION, RENDERED } from './scenes.ts';

/** Seconds until a busy machine has started everything. */
const PATIENCE = Number(process.env.RUNTIME_PATIENCE ?? 300);

const pythons = process.argv.slice(2).filter((arg) => arg.includes('='));
const isLess = process.argv.includes('--less');
for (const pair of pythons) {
  const [name = '', python = ''] = pair.split('=');
  const scene = new Scene(python, { objects: RENDERED });
  await scene.start();
  const first = await scene.ask(PATIENCE);
  console.log(`${name}: as rendered: ${first.isServed ? 'served' : 'not served'}  ${first.words}`);
  console.log(`${name}: asked ${scene.asked.join(', ')}; refused ${scene.refused.join(', ') || 'nothing'}`);
  if (first.isServed) {
    await scene.add(NEXT_GENERATION);
    await scene.waitUntilReady(PATIENCE);
    const second = await scene.ask(30);
    console.log(
      `${name}: two generations: ${JSON.stringify(await scene.readiness())}, ${second.isServed ? 'served' : 'not served'}`,
    );
  }
  await scene.stop();
  if (!isLess) continue;
  for (const [what, options] of Object.entries(LESS)) {
    const less = new Scene(python, options);
    await less.start();
    const answer = await less.ask(PATIENCE / 3);
    console.log(
      `${name}: ${what}: ${answer.isServed ? 'served' : 'not served'}, ready ${JSON.stringify(await less.readiness())}`,
    );
    await less.stop();
  }
}
