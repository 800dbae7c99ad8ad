type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Files that import each other; a group comes after all that it imports. */
export function groupsOf(graph: Graph): string[][];

/** A shortest circle of each group of files that import each other, back to where it starts. */
export function circlesOf(graph: Graph): string[][];

/** The longest chain of imports, from its top; the files of a circle count one by one. */
export function longestChain(graph: Graph): string[];
