import type { Finding } from '../errors.ts';
import { tightestMemory } from '../verdict/deployment.ts';
import { workersWords } from '../verdict/layout-words.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { PageAnswer, PageFinding, PageRequest, RequestState } from './data.ts';
import { type Html, jsonText } from './html.ts';
import type { IndexAnswer, IndexRow } from './index-table.ts';
import { shownText } from './shown-text.ts';

/** A request of a page: its row in the table of all, and what is shown where one follows it. */
export interface PageEntry {
  readonly row: IndexRow;
  readonly request: PageRequest;
  readonly answer: Html | undefined;
}

/** The part of an entry that is large, as text at once, so that nothing it was made of is kept; with what its row says. */
export interface PreparedAnswer {
  readonly json: Html;
  readonly row: IndexAnswer;
}

/** Prepares what a page shows of a request that was answered. */
export function prepareAnswer(answer: PageAnswer, verdict: Verdict): PreparedAnswer {
  const { model, gpuSku, basis, deployment, performance, meetsTargets, cost } = verdict;
  const { backend, mode, gpus, budgetGpus, workers } = deployment;
  const row: IndexAnswer = {
    model: shownText(model),
    cards: `${budgetGpus} x ${gpuSku}`,
    servedBy: `${basis === 'sized' ? 'from memory' : mode}, ${backend}`,
    workers: workersWords(workers),
    gpus,
    tokensPerSecPerGpu: performance?.tokensPerSecPerBudgetGpu,
    ttftMs: performance?.ttftMs,
    itlMs: performance?.itlMs,
    freePercent: tightestMemory(deployment)?.freePercent,
    cost,
    meetsTargets,
  };
  return { json: jsonText(answer), row };
}

/** What names a request, and what was said about it. */
export interface Said {
  readonly name: string;
  readonly file: string;
  /** Whether its pick is that of a lock. */
  readonly isLocked: boolean;
  readonly findings: readonly Finding[];
  /** What is rendered, as YAML; undefined where nothing is. */
  readonly manifest: string | undefined;
}

/** The entry of a request; without an answer it was refused. */
export function entryOf(
  { name, file, isLocked, findings, manifest }: Said,
  answer: PreparedAnswer | undefined,
): PageEntry {
  const state = stateOf(findings, answer);
  const why = findings.find(({ severity }) => severity === 'error')?.message ?? '';
  const request = {
    name: shownText(name),
    file: shownText(file),
    state,
    isLocked,
    findings: findings.map(toPageFinding),
    manifest: shownIfKnown(manifest),
  };
  const isShown = answer !== undefined && state !== 'refused';
  return {
    row: { name: request.name, state, answer: isShown ? answer.row : shownText(why) },
    request,
    answer: answer?.json,
  };
}

function stateOf(findings: readonly Finding[], answer: PreparedAnswer | undefined): RequestState {
  if (answer === undefined || findings.some(({ severity }) => severity === 'error')) return 'refused';
  return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'ready';
}

function toPageFinding({ severity, code, message, path, hint, origin }: Finding): PageFinding {
  const place = origin === undefined || origin.file === '' ? undefined : `${origin.file}:${origin.line ?? 1}`;
  return {
    severity,
    code,
    message: shownText(message),
    path: shownIfKnown(path),
    place: shownIfKnown(place),
    hint: shownIfKnown(hint),
  };
}

function shownIfKnown(text: string | undefined): string | undefined {
  return text === undefined ? undefined : shownText(text);
}
