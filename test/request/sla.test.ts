import { expect, it } from 'vitest';
import { limitsOf } from '../../src/request/sla.ts';

const ttft = { latency: 'ttftMs', limitMs: 500, field: 'ttft' };
const itl = { latency: 'tpotMs', limitMs: 20, field: 'itl' };
const whole = { latency: 'requestMs', limitMs: 9000, field: 'e2eLatency' };

it.each([true, false])(
  'a pair limits both latencies, and picks are judged by the token time (said: %s)',
  (isExplicit) => {
    const sla = { kind: 'pair', ttftMs: 500, itlMs: 20, isExplicit } as const;
    const said = isExplicit ? [ttft, itl] : [];
    expect(limitsOf(sla)).toEqual({ all: [ttft, itl], firstToken: ttft, judged: itl, isExplicit, said });
  },
);

it.each([
  ['ttft', itl],
  ['itl', ttft],
] as const)('a pair says only what is no default: %s is one', (assumed, said) => {
  const sla = { kind: 'pair', ttftMs: 500, itlMs: 20, isExplicit: true, assumed } as const;
  expect(limitsOf(sla).said).toEqual([said]);
});

it('an end-to-end limit bounds the first token too', () => {
  const limits = { all: [whole], firstToken: whole, judged: whole, isExplicit: true, said: [whole] };
  expect(limitsOf({ kind: 'e2e', e2eLatencyMs: 9000 })).toEqual(limits);
});
