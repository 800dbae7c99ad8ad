#!/usr/bin/env node
/**
 * Stands for `docker` where there is no engine: takes the arguments that kustomize passes and no others (kustomize v5.7.1,
 * kyaml/fn/runtime/container), and runs the command of an unpacked image with them. STAND_IN names a JSON file with the
 * image: `name`, `rootfs`, `env`, `entrypoint`, and the `log` that the arguments go to. Without a `rootfs` the entrypoint
 * is run as it is.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';

const EXIT_REFUSED = 125;
const WANTED = {
  rm: true,
  interactive: true,
  attach: ['STDIN', 'STDOUT', 'STDERR'],
  network: 'none',
  user: 'nobody',
  'security-opt': 'no-new-privileges',
  env: ['LOG_TO_STDERR=true', 'STRUCTURED_RESULTS=true'],
};

function refuse(reason) {
  console.error(`docker: ${reason}`);
  process.exit(EXIT_REFUSED);
}

function parse(args) {
  const text = { type: 'string' };
  const texts = { type: 'string', multiple: true };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rm: { type: 'boolean' },
      interactive: { type: 'boolean', short: 'i' },
      attach: { ...texts, short: 'a' },
      env: { ...texts, short: 'e' },
      network: text,
      user: text,
      'security-opt': text,
      mount: texts,
    },
  });
  const { mount = [], ...others } = values;
  if (!isDeepStrictEqual({ ...others }, WANTED)) refuse(`unexpected options ${JSON.stringify(others)}`);
  return { mounts: mount.map(toMount), positionals };
}

/** `type=bind,source=S,target=T,readonly` to `S:T`. */
function toMount(text) {
  const [type, source, target, mode, ...others] = text.split(',').map((part) => part.split('=').at(-1));
  if (type !== 'bind' || mode !== 'readonly' || others.length > 0) refuse(`unexpected mount ${text}`);
  return `${source}:${target}`;
}

function uidOf(user, rootfs) {
  const line = readFileSync(join(rootfs, 'etc/passwd'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${user}:`));
  return line?.split(':')[2] ?? refuse(`unable to find user ${user}: no matching entries in passwd file`);
}

const image = JSON.parse(readFileSync(process.env.STAND_IN, 'utf8'));
const args = process.argv.slice(2);
appendFileSync(image.log, `${JSON.stringify(args)}\n`);
const { mounts, positionals } = parse(args);
if (!isDeepStrictEqual(positionals, ['run', image.name])) refuse(`unexpected arguments ${positionals.join(' ')}`);

const [program, ...rest] =
  image.rootfs === undefined
    ? image.entrypoint
    : [
        join(import.meta.dirname, 'run-rootfs'),
        ...[image.rootfs, uidOf(WANTED.user, image.rootfs), '/', ...mounts, '--'],
        ...[...image.env, ...WANTED.env, ...image.entrypoint],
      ];
process.exit(spawnSync(program, rest, { stdio: 'inherit' }).status ?? 1);
