import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { type FindingDetails, findingOf } from '../../errors.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import type { Context } from '../cli/context.ts';
import { findOnPath, isExecutable } from '../cli/find-on-path.ts';
import type { Program } from './functions.ts';
import type { Form, Host } from './hosts.ts';

/** The program that hosts look up on the PATH for a container. */
const DOCKER = 'docker';
/** What `npm install --global` and the container image put on the PATH. */
export const FUNCTION_NAME = 'dgdr-render-function';

const ON_PATH = `write path: ${FUNCTION_NAME}, and put it on the PATH of the host (npm install --global does)`;
const NO_DOCKER = 'install docker, or use the exec form';
const HEAD_BYTES = 256;
/** First bytes of programs that need no interpreter: ELF, and Mach-O of either kind. */
const BINARIES = ['7f454c46', 'cffaedfe', 'cafebabe'];

interface Surroundings {
  readonly host: Host;
  readonly env: Context['env'];
  readonly cwd: string;
}

/** Why a host cannot start a program, as far as that can be seen without starting it: FUNCTION_NOT_STARTED. */
export function checkStart(program: Program, surroundings: Surroundings): ResourceFinding[] {
  const details = CHECKS[program.form](program, surroundings);
  return details === undefined ? [] : [notStarted(program, details)];
}

/** A finding about a program that does not start. */
export function notStarted({ listed: { resource } }: Program, details: FindingDetails): ResourceFinding {
  const path = 'metadata.annotations';
  return findingOf('FUNCTION_NOT_STARTED', { path, origin: resource.locate(path), resource, ...details });
}

type Check = (program: Program, surroundings: Surroundings) => FindingDetails | undefined;

const CHECKS: Readonly<Record<Form, Check>> = {
  exec: checkExec,
  container: (_, { env }) =>
    findOnPath(DOCKER, env) === undefined
      ? { message: 'docker is not on the PATH, and kustomize starts containers with nothing else', hint: NO_DOCKER }
      : undefined,
  plugin: ({ name }, { env }) => checkFile(name, name, env),
};

function checkExec({ name, listed }: Program, { host, env, cwd }: Surroundings): FindingDetails | undefined {
  if (!name.includes('/')) {
    const found = findOnPath(name, env);
    if (found !== undefined) return checkFile(found, name, env);
    return { message: `${name} is not on the PATH`, hint: name === FUNCTION_NAME ? INSTALL : ON_PATH };
  }
  const path = resolve(listed.folder, name);
  const isRelative = !isAbsolute(name);
  if (isRelative && !host.keepsModes) {
    return { message: `Argo CD takes the permission to execute away from files, from ${name} too`, hint: ON_PATH };
  }
  const problem = checkFile(path, isRelative ? relative(cwd, path) : name, env);
  return problem && { ...problem, message: `${problem.message}${elsewhere(name, listed, cwd)}` };
}

const INSTALL = 'install it with npm install --global, or add its folder to the PATH';

/** Says so where a relative program is where people expect it, beside its config or from where they are. */
function elsewhere(name: string, { folder, home }: Program['listed'], cwd: string): string {
  const found = [home, cwd].find((start) => statSync(resolve(start, name), { throwIfNoEntry: false }) !== undefined);
  if (found === undefined || found === folder) return '';
  return `; there is ${relative(cwd, resolve(found, name))}, but a path starts at the kustomization that lists the config`;
}

/** Whether a file can be executed; `shown` is its name in messages. */
function checkFile(path: string, shown: string, env: Context['env']): FindingDetails | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { message: `there is no ${shown}`, hint: ON_PATH };
  if (!stat.isFile()) return { message: `${shown} is no file`, hint: ON_PATH };
  if (!isExecutable(stat)) {
    const mode = (stat.mode & 0o777).toString(8);
    const hint = `run git update-index --chmod=+x ${shown}, or ${ON_PATH}`;
    return { message: `${shown} may not be executed: its mode is ${mode}`, hint };
  }
  const head = readHead(path);
  return head && checkInterpreter(head, shown, env);
}

function checkInterpreter(head: Buffer, shown: string, env: Context['env']): FindingDetails | undefined {
  if (BINARIES.includes(head.subarray(0, 4).toString('hex'))) return undefined;
  const [, interpreter, argument] = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(head.toString('latin1')) ?? [];
  if (interpreter === undefined) {
    return {
      message: `${shown} is no program: it does not start with #!`,
      hint: 'write #!/usr/bin/env node on line 1',
    };
  }
  const isMissing = statSync(interpreter, { throwIfNoEntry: false }) === undefined;
  if (isMissing)
    return { message: `${shown} needs ${interpreter}, which is not there`, hint: 'write #!/usr/bin/env node' };
  const byName = basename(interpreter) === 'env' && argument !== undefined && !argument.startsWith('-');
  if (!byName || findOnPath(argument, env) !== undefined) return undefined;
  return {
    message: `${shown} needs ${argument}, which is not on the PATH`,
    hint: `put ${argument} on the PATH of the host`,
  };
}

/** The first bytes of a file; undefined where it may be executed and not read. */
function readHead(path: string): Buffer | undefined {
  try {
    const file = openSync(path, 'r');
    const head = Buffer.alloc(HEAD_BYTES);
    const bytes = readSync(file, head);
    closeSync(file);
    return head.subarray(0, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
