/** Compares two equally or differently long number lists; a missing place counts as 0. */
function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** PEP 440 without local parts: release, pre-release, post-release, development release. */
const PEP440 =
  /^v?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|rc|alpha|beta|c|pre|preview)[-_.]?(\d*))?(?:[-_.]?(?:post|rev|r)[-_.]?(\d*))?(?:[-_.]?dev[-_.]?(\d*))?$/i;

/** Rank of a pre-release marker; a final release ranks above all. */
const PRE_RANK: Readonly<Record<string, number>> = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 };
const FINAL_RANK = 3;

function pep440Parts(version: string): { release: readonly number[]; rest: readonly number[] } | undefined {
  const match = PEP440.exec(version);
  if (match === null) return undefined;
  const [, release = '', pre, preNumber, post, dev] = match;
  const preRank =
    pre !== undefined ? (PRE_RANK[pre.toLowerCase()] ?? 0) : dev !== undefined && post === undefined ? -1 : FINAL_RANK;
  return {
    release: release.split('.').map(Number),
    rest: [
      preRank,
      Number(preNumber ?? 0),
      post === undefined ? -1 : Number(post),
      dev === undefined ? Number.MAX_SAFE_INTEGER : Number(dev),
    ],
  };
}

/** Newest first by PEP 440; what is not PEP 440 comes last, by code unit, descending (engine.md 2.7). */
export function compareNewestFirst(a: string, b: string): number {
  const left = pep440Parts(a);
  const right = pep440Parts(b);
  if (left !== undefined && right !== undefined) {
    return compareNumbers(right.release, left.release) || compareNumbers(right.rest, left.rest);
  }
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1;
  return a === b ? 0 : a < b ? 1 : -1;
}

/** Whether a version is strictly earlier by PEP 440; one that is not PEP 440 is neither earlier nor later. */
export function isEarlier(version: string, than: string): boolean {
  const known = pep440Parts(version) !== undefined && pep440Parts(than) !== undefined;
  return known && compareNewestFirst(version, than) > 0;
}

/** Order of a database version: major, minor, patch, final, rc number, last number of the suffix (engine.md 2.6). */
function databaseVersionParts(version: string): readonly number[] {
  const text = version.toLowerCase();
  const match = /(\d+)\.(\d+)\.(\d+)/.exec(text) ?? /(\d+)\.(\d+)/.exec(text);
  if (match === null) {
    const numbers = (text.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    return numbers.length > 0 ? numbers : [0, 0, 0, -1];
  }
  const rc = /rc(\d+)/.exec(text)?.[1];
  const suffix = text.slice(match.index + match[0].length).match(/\d+/g);
  const isFinal = !text.includes('rc');
  return [
    Number(match[1]),
    Number(match[2]),
    Number(match[3] ?? 0),
    isFinal ? 1 : 0,
    Number(rc ?? 0),
    Number(suffix?.at(-1) ?? 0),
  ];
}

/** The version used when none is asked for; the first of equals. */
export function latestDatabaseVersion(versions: readonly string[]): string | undefined {
  return versions.reduce<string | undefined>(
    (best, version) =>
      best === undefined || compareNumbers(databaseVersionParts(version), databaseVersionParts(best)) > 0
        ? version
        : best,
    undefined,
  );
}
