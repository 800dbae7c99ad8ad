import type { Json } from '../json.ts';

/** Characters of a configuration's value that a message shows. */
const SHOWN_CHARACTERS = 60;

/** A value of a configuration as a message shows it: bounded, and never walked into, since it may nest without end. */
export function shown(value: Json | undefined): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a mapping';
  const text = JSON.stringify(value ?? null);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
}
