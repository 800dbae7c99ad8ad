import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { circlesOf, groupsOf, longestChain } from '../scripts/import-graph.mjs';
import { BASE, MAY_IMPORT, roomOf } from '../scripts/rooms.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = [...new Set(readdirSync(`${ROOT}src`).map(roomOf))].sort();

/** The rows of a table of docs/architecture.md by its first heading, each a list of cells. */
function rowsOf(heading: string): string[][] {
  const text = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');
  const tables = text.split(/\n(?!\|)/).map((lines) => lines.split('\n').filter((line) => line.startsWith('|')));
  const [, , ...rows] = tables.find(([head = '']) => head.startsWith(heading)) ?? [];
  return rows.map((row) => row.split('|').slice(1, -1));
}

function roomsIn(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => roomOf(name));
}

describe('the rooms of docs/architecture.md', () => {
  test('are those of src/, each described once', () => {
    const described = rowsOf('| room of `src/`').flatMap(([names]) => roomsIn(names));
    expect(described.sort()).toEqual(ROOMS);
  });

  test('import what scripts/rooms.mjs lets them', () => {
    const rows = rowsOf('| room  ').flatMap(([names, cell = '']) => {
      const targets = [...(cell.includes('the base') ? BASE : []), ...roomsIn(cell)];
      return roomsIn(names).map((name) => [name, targets.sort()] as const);
    });
    expect(rows.map(([name]) => name).sort()).toEqual(ROOMS);
    const allowed = Object.entries(MAY_IMPORT).map(([name, targets]) => [name, [...targets].sort()]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(allowed));
  });

  test('lie on one street: none may import what may import it', () => {
    const graph = new Map(Object.entries(MAY_IMPORT).map(([name, targets]) => [name, new Set(targets)]));
    expect(circlesOf(graph)).toEqual([]);
    expect(graph.size).toBeGreaterThan(20);
  });
});

/** Files and folders that a document names. */
function placesIn(document: string): readonly string[] {
  const text = readFileSync(`${ROOT}${document}`, 'utf8').replaceAll(/^```.*?^```/gms, '');
  const named = [...text.matchAll(/`(\w[\w./-]*(?:\.(?:ts|mjs|txt|yaml|md)|\/))`|\]\(([\w./-]+)\)/g)];
  return [...new Set(named.flatMap(([, name, link]) => name ?? join(dirname(document), link ?? '')))];
}

test.each([
  ['docs/architecture.md', 60],
  ['CONTRIBUTING.md', 5],
])('every file and folder that %s names is there', (document, fewest) => {
  const names = placesIn(document);
  expect(names.length).toBeGreaterThan(fewest);
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});

/** Names of folders may be those inside a room. */
function isThere(name: string): boolean {
  const inRooms = name.endsWith('/') ? ROOMS.map((room) => `src/${room}/`) : [];
  return ['', 'src/', ...inRooms].some((folder) => existsSync(`${ROOT}${folder}${name}`));
}

describe('imports', () => {
  const graphOf = (...edges: readonly string[]) => {
    const graph = new Map<string, Set<string>>();
    for (const [from = '', to = ''] of edges.map((edge) => edge.split(' '))) {
      graph.set(to, graph.get(to) ?? new Set());
      graph.set(from, (graph.get(from) ?? new Set()).add(to));
    }
    return graph;
  };

  test.each<[what: string, edges: string[], circles: string[][]]>([
    ['a line', ['a b', 'b c'], []],
    ['two ways to one file', ['a b', 'a c', 'b d', 'c d'], []],
    ['two files', ['a b', 'b a'], [['a', 'b', 'a']]],
    ['a circle below a line', ['a b', 'b c', 'c d', 'd b'], [['b', 'c', 'd', 'b']]],
    ['the shorter way round', ['a b', 'b c', 'c a', 'b a'], [['a', 'b', 'a']]],
    [
      'two circles',
      ['a b', 'b a', 'a c', 'c d', 'd c'],
      [
        ['c', 'd', 'c'],
        ['a', 'b', 'a'],
      ],
    ],
  ])('have circles where there are some: %s', (_, edges, circles) => {
    expect(circlesOf(graphOf(...edges))).toEqual(circles);
  });

  test('have a longest chain, in which a circle counts with all its files', () => {
    expect(longestChain(graphOf('a b', 'b c', 'a c', 'x c'))).toEqual(['a', 'b', 'c']);
    expect(longestChain(graphOf('a b', 'b c', 'c b', 'c d'))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are sorted so that a group comes after all that it imports', () => {
    expect(groupsOf(graphOf('a b', 'b c', 'c b', 'c d'))).toEqual([['d'], ['b', 'c'], ['a']]);
  });
});
