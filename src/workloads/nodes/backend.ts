import type { JsonObject } from '../../json.ts';
import { listIn } from '../../json-reading.ts';
import { BACKENDS, type Backend } from '../../serving.ts';
import { type Component, isWorker } from '../component.ts';

/** How a command line starts each engine. */
const CALLS = BACKENDS.map((backend) => {
  return {
    backend,
    module: `dynamo.${backend}`,
    call: new RegExp(`python[\\d.]*\\s+[^|&;]*-m\\s+[^|&;]*dynamo\\.${backend}\\b`),
  };
});

/** The engine that a command starts: `python3 -m dynamo.vllm` or a shell line with it; undefined for none of them. */
function startedBackend(container: JsonObject): Backend | undefined {
  const line = commandLine(container).join(' ');
  return CALLS.find(({ module, call }) => line.includes(module) && call.test(line))?.backend;
}

/** The engine of a worker: what its command starts, else what the graph names. */
export function backendOf(component: Component, named: unknown): Backend | undefined {
  if (!isWorker(component)) return undefined;
  return startedBackend(component.main) ?? BACKENDS.find((backend) => backend === named);
}

/** Command and arguments as texts. */
function commandLine(container: JsonObject): string[] {
  return [...listIn(container, 'command'), ...listIn(container, 'args')].map(String);
}
