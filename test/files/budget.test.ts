import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/errors.ts';
import {
  addFor,
  newBudget,
  sayOnce,
  takeBytes,
  takeCharacters,
  takeDocuments,
  takePart,
  takeToken,
} from '../../src/files/budget.ts';

const ORIGIN = { file: 'q.yaml', index: 0 };
const TAKES = {
  parts: { most: 500_000, adds: 4, take: (budget: ReturnType<typeof newBudget>) => takePart(budget, ORIGIN) },
  documents: {
    most: 10_000,
    adds: 4,
    take: (budget: ReturnType<typeof newBudget>) => takeDocuments(budget, 1, ORIGIN),
  },
  tokens: {
    most: 1_000_000,
    adds: 4000,
    take: (budget: ReturnType<typeof newBudget>) => takeToken(budget, () => ORIGIN),
  },
  characters: {
    most: 2 ** 23,
    adds: 2 ** 14,
    take: (budget: ReturnType<typeof newBudget>) => takeCharacters(budget, 1, () => ORIGIN),
  },
  bytes: { most: 2 ** 25, adds: 2 ** 14, take: (budget: ReturnType<typeof newBudget>) => takeBytes(budget, 1, ORIGIN) },
} as const;
const refusal = (most: number) =>
  expect.objectContaining({
    code: 'INPUT_TOO_LARGE',
    message: expect.stringContaining(`more than ${most} `),
    origin: ORIGIN,
  });

describe.each(Object.entries(TAKES))('%s of a run', (what, { most, adds, take }) => {
  test('are as many as its limit, and what comes after that is refused, with the limit', () => {
    const budget = { ...newBudget(), [what]: 1 };
    take(budget);
    expect(() => take(budget)).toThrow(refusal(most));
    expect(newBudget()).toMatchObject({ [what]: most });
  });

  test('are more with each request, of up to a thousand', () => {
    const budget = newBudget();
    addFor(budget, 3);
    expect(budget).toMatchObject({ [what]: most + 3 * adds });
    addFor(budget, 5000);
    expect(budget).toMatchObject({ [what]: most + 1000 * adds });
    const spent = { ...budget, [what]: 0 };
    expect(() => take(spent)).toThrow(refusal(most + 1000 * adds));
  });
});

test('once it is spent every reader is refused, for the one reason', () => {
  const budget = { ...newBudget(), tokens: 0 };
  const reasons = Object.values({ ...TAKES, tokens: TAKES.tokens }).map(({ take }) => {
    try {
      if (budget.spent === undefined) TAKES.tokens.take(budget);
      return take(budget);
    } catch (error) {
      return error;
    }
  });
  expect(budget.spent).toBeDefined();
  expect(new Set(reasons)).toEqual(new Set([budget.spent]));
});

test('that it is spent is said once, and all else as often as it is found', () => {
  const spent: Finding = { code: 'INPUT_TOO_LARGE', severity: 'error', message: 'too much', origin: ORIGIN };
  const other: Finding = { code: 'FIELD_IGNORED', severity: 'warning', message: 'ignored', origin: ORIGIN };
  const elsewhere: Finding = { ...spent, origin: { file: 'r.yaml', index: 0 } };
  expect(sayOnce([spent, other, { ...spent }, other, elsewhere])).toEqual([spent, other, other, elsewhere]);
});
