/** Files that every room may import from. */
export const BASE: readonly string[];

/** Room to the rooms it may import from, itself aside. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>>;

/** The room of a file, whose name starts at src/. */
export function roomOf(file: string): string;
