import { FIRST } from '../request/inputs.ts';
import type { Profile } from './profile.ts';

/** The engine that graphs and locks leave unsaid, since it was the only one when the first of them were written. */
export const FIRST_ENGINE = FIRST.engine;

/** What answered, for annotations and people: the data, and before them the engine where it is not the first one. */
export function answeredBy({ engine, dataRelease }: Pick<Profile, 'engine' | 'dataRelease'>): string {
  return engine === FIRST_ENGINE ? dataRelease : `engine ${engine} over ${dataRelease}`;
}
