import type { Json, JsonObject } from '../../json.ts';
import { listIn } from '../../json-reading.ts';
import type { Backend } from '../../serving.ts';
import type { Facts } from '../facts.ts';
import type { Tables } from '../tables/tables.ts';
import { LEADER } from './group.ts';
import type { LaunchRow, Start } from './launches.ts';
import { shellLine } from './shell.ts';
import { engineSizes } from './vllm.ts';

/** A main container as it starts in its place of a group, and what has to run before it. */
interface Launched {
  readonly container: JsonObject;
  readonly initContainers: readonly JsonObject[];
}

const PYTHON = /^(?:.*\/)?python\d*(?:\.\d+)*$/;

/** The main container of a pod of a group; as it is where a replica is one pod, or no row of the engine applies. */
export function launch(container: JsonObject, facts: Facts, { launches }: Tables): Launched {
  if (facts.role === 'main' || facts.backend === undefined) return { container, initContainers: [] };
  const row = launchOf(container, facts, launches);
  const placed = facts.role === 'follower' ? withoutProbes(container) : container;
  if (row === undefined) return { container: placed, initContainers: [] };
  const start = row[facts.role]({ ...engineSizes(container), facts, container });
  return {
    container: { ...placed, ...started(placed, start, facts.backend) },
    initContainers: 'waitsFor' in start && start.waitsFor !== undefined ? [waitFor(start.waitsFor, container)] : [],
  };
}

function launchOf(container: JsonObject, facts: Facts, launches: readonly LaunchRow[]): LaunchRow | undefined {
  const launching = { ...engineSizes(container), facts, container };
  return launches.filter(({ backend }) => backend === facts.backend).find(({ applies }) => applies(launching));
}

/** Whether flags can be put into a command: it is a python, or a shell line with one that starts the engine. */
export function takesFlags(container: JsonObject, backend: Backend): boolean {
  return isPython(container) || listIn(container, 'args').some((arg) => callOf(backend).test(String(arg)));
}

function started(container: JsonObject, start: Start, backend: Backend): JsonObject {
  if ('line' in start) return { command: ['/bin/sh', '-c'], args: [start.line] };
  const { flags, needsShell = false } = start;
  const args = listIn(container, 'args');
  if (!isPython(container)) return { args: insertIntoCall(args, flags, backend) };
  if (!needsShell) return { args: [...args, ...flags] };
  return { command: ['sh', '-c'], args: [`exec ${shellLine(container)} ${flags.join(' ')}`] };
}

function isPython(container: JsonObject): boolean {
  return PYTHON.test(String(listIn(container, 'command')[0] ?? ''));
}

/** A python call of the engine, up to the end of its module's name. */
function callOf(backend: Backend): RegExp {
  return new RegExp(`python[\\d.]*\\s[^|&;]*?\\bdynamo\\.${backend}[\\w.]*`);
}

function insertIntoCall(args: readonly Json[], flags: readonly string[], backend: Backend): Json[] {
  const at = args.findIndex((arg) => callOf(backend).test(String(arg)));
  return args.map((arg, index) => {
    if (index !== at) return arg;
    return String(arg).replace(callOf(backend), (call) => `${call} ${flags.join(' ')}`);
  });
}

function withoutProbes({ livenessProbe, readinessProbe, startupProbe, ...rest }: JsonObject): JsonObject {
  return rest;
}

/** Tries every few seconds to open a port of the leader, whose name it looks up anew each time. */
const WAIT = `
import socket, sys, time
host, port = sys.argv[1], int(sys.argv[2])
while True:
    try:
        socket.create_connection((host, port), timeout=2).close()
        break
    except OSError as error:
        print("waiting for", host, "port", port, "-", error, flush=True)
        time.sleep(5)
`.trimStart();

function waitFor(port: number, { image }: JsonObject): JsonObject {
  const command = ['python3', '-c', WAIT, LEADER, String(port)];
  return { name: 'wait-for-leader', ...(image !== undefined && { image }), command };
}
