import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/** Every import between the files below a folder, types included: `{ from, to, line }`, names with slashes from the folder. */
export function readImports(src) {
  const names = readdirSync(src, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  const files = names.filter((name) => name.endsWith('.ts')).sort();
  const imports = files.flatMap((from) => {
    const text = readFileSync(join(src, from), 'utf8');
    return [...text.matchAll(IMPORT)].map((match) => ({
      from,
      to: posix.normalize(posix.join(dirname(from), match[1])),
      line: text.slice(0, match.index).split('\n').length,
    }));
  });
  return { files, imports };
}

/** The targets of each file, once each. */
export function toGraph(files, imports) {
  const graph = new Map(files.map((file) => [file, new Set()]));
  for (const { from, to } of imports) if (from !== to && graph.has(to)) graph.get(from)?.add(to);
  return graph;
}

/** Groups of files that import each other, alone or in a circle; a group comes after all that it imports (Tarjan, 1972). */
export function groupsOf(graph) {
  const seen = new Map();
  const open = [];
  const groups = [];
  const visit = (file) => {
    const own = { at: seen.size, low: seen.size, isOpen: true };
    seen.set(file, own);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      const other = seen.get(target) ?? visit(target);
      if (other.isOpen) own.low = Math.min(own.low, other.low);
    }
    if (own.low === own.at) {
      const group = open.splice(open.indexOf(file));
      for (const member of group) seen.get(member).isOpen = false;
      groups.push(group);
    }
    return own;
  };
  for (const file of graph.keys()) if (!seen.has(file)) visit(file);
  return groups;
}

/** A shortest circle of each group of files that import each other, back to where it starts. */
export function circlesOf(graph) {
  return groupsOf(graph)
    .filter((group) => group.length > 1)
    .map((group) => circleFrom([...group].sort()[0], graph));
}

function circleFrom(start, graph) {
  const ways = [[start]];
  const seen = new Set();
  for (const way of ways) {
    for (const target of graph.get(way.at(-1)) ?? []) {
      if (target === start) return [...way, start];
      if (!seen.has(target)) ways.push([...way, target]);
      seen.add(target);
    }
  }
  return ways[0];
}

/** The longest chain of imports, from its top; the files of a circle count one by one. */
export function longestChain(graph) {
  const chains = new Map();
  let longest = [];
  for (const group of groupsOf(graph)) {
    const below = group.flatMap((file) => [...(graph.get(file) ?? [])]).filter((file) => chains.has(file));
    const rest = below
      .map((file) => chains.get(file))
      .reduce((best, one) => (one.length > best.length ? one : best), []);
    const chain = [...group, ...rest];
    for (const file of group) chains.set(file, chain);
    if (chain.length > longest.length) longest = chain;
  }
  return longest;
}
