/** Control characters, line separators, and marks that turn the direction of what follows. */
const STEERING = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Text that came from elsewhere, so that it neither breaks a line nor moves the cursor nor shows another order. */
export function oneLine(text: string): string {
  return text.replace(STEERING, ' ');
}
