/**
 * What moves the cursor, ends a line or turns the direction of what follows, and stands in JSON as it is: all other control
 * characters are escaped there already.
 */
const STEERING = /[\x7F-\x9F\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A value as JSON for programs that people may see on a terminal: characters that steer one stand as escapes, which every reader
 * of JSON takes for the same; half a surrogate pair does as well.
 */
export function jsonText(value: unknown, indent?: number): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, undefined, indent).replace(STEERING, escaped);
}
