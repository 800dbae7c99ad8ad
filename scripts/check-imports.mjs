/**
 * Holds the imports of src/ to the street of scripts/rooms.mjs: prints every import that points up it, and a circle of
 * files that import each other, inside a room too. `--figures [DIR]` prints instead, for src/ or a copy of it, how large
 * each room is and the longest chain of imports.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circlesOf, longestChain, readImports, toGraph } from './import-graph.mjs';
import { MAY_IMPORT, roomOf } from './rooms.mjs';

const [flag, folder = join(dirname(fileURLToPath(import.meta.url)), '../src')] = process.argv.slice(2);
const { files, imports } = readImports(folder);
const graph = toGraph(files, imports);

if (flag === '--figures') printFigures();
else check();

function check() {
  const offences = imports.map(offenceOf).filter((offence) => offence !== undefined);
  const circles = circlesOf(graph);
  if (offences.length > 0)
    console.error(`${offences.sort().join('\n')}\n${offences.length} imports point up the street`);
  for (const circle of circles) console.error(`a circle: ${circle.map((file) => `src/${file}`).join(' -> ')}`);
  if (offences.length + circles.length > 0) process.exitCode = 1;
}

function offenceOf({ from, to, line }) {
  const [own, other] = [roomOf(from), roomOf(to)];
  const allowed = MAY_IMPORT[own];
  const place = `src/${from}:${line}`;
  if (allowed === undefined) return `${place}: the room ${own} has no row in scripts/rooms.mjs`;
  return own === other || allowed.includes(other) ? undefined : `${place}: ${own} must not import ${other} (${to})`;
}

/** Boxes are the files and inner folders right below a room: what one sees on entering it. */
function printFigures() {
  console.log(row('room', 'files', 'arrows', 'boxes', 'arrows', 'chain'));
  for (const room of [...new Set(files.map(roomOf))].sort()) {
    const own = files.filter((file) => roomOf(file) === room);
    const inside = imports.filter(({ from, to }) => from !== to && roomOf(from) === room && roomOf(to) === room);
    const boxed = inside
      .map(({ from, to }) => ({ from: boxOf(from), to: boxOf(to) }))
      .filter(({ from, to }) => from !== to);
    const chain = longestChain(toGraph(own, inside)).length;
    console.log(row(room, own.length, countArrows(inside), new Set(own.map(boxOf)).size, countArrows(boxed), chain));
  }
  const chain = longestChain(graph);
  console.log(`longest chain, ${chain.length} files: ${chain.join(' -> ')}`);
}

function boxOf(file) {
  return file.split('/').slice(0, 2).join('/');
}

function countArrows(list) {
  return new Set(list.map(({ from, to }) => `${from} ${to}`)).size;
}

function row(room, ...numbers) {
  return `${room.padEnd(10)}${numbers.map((number) => String(number).padStart(8)).join('')}`;
}
