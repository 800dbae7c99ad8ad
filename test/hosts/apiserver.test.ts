import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRules, RULES } from '../../src/dgd/rules/check-rules.ts';
import { CEL } from '../../src/dgd/rules/rule.ts';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import type { JsonObject } from '../../src/json.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { newestRelease } from '../../src/releases.ts';
import { openStreet, renderResources } from '../../src/render/render.ts';
import { RICH_GRAPHS } from '../dgd/rich-graphs.ts';
import { ROWS } from '../dgd/rules-rows.ts';
import { BASE, edit, VERSIONS } from '../dgd/rules-support.ts';
import { WRONG_VALUES } from '../dgd/schema-rows.ts';
import { EDITS, edited } from '../properties/broken.ts';
import { VALID_REQUESTS } from '../properties/requests.ts';
import { SEED } from '../properties/runs.ts';
import { valuesOf } from '../properties/schema-values.ts';
import { render } from '../properties/street.ts';
import { parseDocuments } from '../support/documents.ts';
import { type Admission, ApiServer } from './apiserver.ts';
import { wantHost } from './host.ts';

const program = wantHost('apiserver-schema');

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const TARGETS = ['1.0', '1.3', '1.4', '1.5', '1.6'];
/** Recorded graphs that no API server takes: the override has numbers and a text for arguments. */
const REFUSED = /overrides-(odd-values|text-args)/;

const filesBelow = (folder: string, name: RegExp): string[] =>
  readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .sort()
    .map((path) => join(FIXTURES, folder, path));
const isGraph = ({ kind }: JsonObject): boolean => kind === 'DynamoGraphDeployment';
const graphsIn = (files: readonly string[]): JsonObject[] =>
  files.flatMap((file) => parseDocuments(readFileSync(file, 'utf8'))).filter(isGraph);
const requestsIn = (files: readonly string[]): Resource[] =>
  files.flatMap((file) => parseStream(readFileSync(file, 'utf8'), { file }).flatMap(({ resource }) => resource ?? []));

describe.skipIf(program === undefined)('an API server v1.34', () => {
  const server = new ApiServer(program ?? '');

  /** Why graphs are not taken as they are, after their names; nothing where they are. */
  const complaints = (graphs: readonly JsonObject[]): string[] => {
    const admissions = server.admit(graphs);
    return graphs.flatMap(({ metadata }, index) => {
      const { refused, pruned } = admissions[index]!;
      const all = [...refused, ...pruned.map((path) => `${path} is dropped`)];
      return all.map((what) => `${(metadata as JsonObject).name}: ${what}`);
    });
  };

  test('takes every graph of the matrix, and drops nothing', () => {
    const graphs = graphsIn(filesBelow('matrix', /\.yaml$/));
    expect(graphs.length).toBeGreaterThan(40);
    expect(complaints(graphs)).toEqual([]);
  });

  test('takes what the reference wrote, but for two graphs that our schema refuses too', () => {
    const files = [...filesBelow('graph', /dgd\.yaml$/), ...filesBelow('goldens', /dgd\.yaml$/)];
    const [bad, good] = [true, false].map((isBad) => graphsIn(files.filter((file) => REFUSED.test(file) === isBad)));
    expect(good!.length).toBeGreaterThan(70);
    expect(complaints(good!)).toEqual([]);
    expect(server.admit(bad!).map(({ refused }) => refused.length > 0)).toEqual([true, true]);
  });

  describe('takes the rendering of every recorded request', () => {
    const street = openStreet(openEngines(), {});
    const requests = requestsIn([...filesBelow('requests', /\.yaml$/), ...filesBelow('goldens', /dgdr\.yaml$/)]);

    test.each(TARGETS)('for %s', (target) => {
      const { graphs } = renderResources(requests, { street, defaults: { target }, isStrict: false });
      expect(graphs.length).toBeGreaterThan(45);
      expect(complaints(graphs.map(({ graph }) => graph))).toEqual([]);
    });
  });

  test('takes what random overrides of every kind and release come to', () => {
    const asked = fc.sample(VALID_REQUESTS, { seed: SEED, numRuns: 300 });
    const graphs = asked.flatMap(({ cell, manifest }) => render(cell, manifest).graphs.map(({ graph }) => graph));
    expect(graphs).toHaveLength(asked.length);
    expect(complaints(graphs)).toEqual([]);
  });

  test.each(Object.entries(RICH_GRAPHS))('takes the graph written by hand: %s', (_name, graph) => {
    expect(complaints([graph])).toEqual([]);
  });
});

/** What is refused here and taken there, on purpose. */
const STRICTER: Readonly<Record<string, RegExp>> = {
  'names of v1alpha1 services, which v1beta1 would refuse': /^the name is /,
  'numbers that the operator cannot read': /wanted at (least -2147483648|most 2147483647)$/,
};
/** What is taken here and refused there: no graph has it. */
const LAXER: Readonly<Record<string, RegExp>> = {
  'times of metadata that are none': /^parsing time /,
};
const isOneOf = (table: Readonly<Record<string, RegExp>>, text: string): boolean =>
  Object.values(table).some((pattern) => pattern.test(text));

describe.skipIf(program === undefined)('what the API server refuses is refused here, and the other way round', () => {
  const server = new ApiServer(program ?? '');

  test('values of the wrong type, size or form, and unknown fields', () => {
    const cases = WRONG_VALUES.flatMap((row) =>
      (row.versions ?? VERSIONS).map((version) => ({
        message: `${version}: ${row.message}`,
        wanted: isOneOf(STRICTER, row.message) ? 'taken' : row.severity === 'error' ? 'refused' : 'dropped',
        graph: edit(BASE[version], version, [[row.keys, row.value]]),
      })),
    );
    const answers = server.admit(cases.map(({ graph }) => graph)).map(verdictOf);
    expect(cases.length).toBeGreaterThan(100);
    expect(cases.map(({ message }, index) => `${message}: ${answers[index]}`)).toEqual(
      cases.map(({ message, wanted }) => `${message}: ${wanted}`),
    );
  });

  test('rules of the definition and of metadata', () => {
    const cases = ROWS.flatMap((row) =>
      (row.versions ?? VERSIONS).flatMap((version) => {
        const rule = RULES.find(({ name, versions = VERSIONS }) => name === row.rule && versions.includes(version));
        const isInForce = rule?.until === undefined && row.target === undefined;
        if (rule?.why !== CEL || !isInForce) return [];
        return [{ name: `${version}: ${row.rule}`, graph: edit(BASE[version], version, row.edits) }];
      }),
    );
    const answers = server.admit(cases.map(({ graph }) => graph)).map(verdictOf);
    expect(cases.length).toBeGreaterThan(50);
    expect(cases.filter((_, index) => answers[index] !== 'refused').map(({ name }) => name)).toEqual([]);
  });

  const good = [...Object.values(RICH_GRAPHS), ...graphsIn(filesBelow('matrix', /\.yaml$/))];
  const broken = fc.tuple(fc.constantFrom(...good), EDITS).map(([graph, edits]) => edited(graph, edits));
  const typed = fc.constantFrom(...VERSIONS).chain((version) =>
    valuesOf(version, 'spec', 9).map(
      (spec): JsonObject => ({
        apiVersion: `nvidia.com/${version}`,
        kind: 'DynamoGraphDeployment',
        metadata: { name: 'demo' },
        spec,
      }),
    ),
  );

  test.each([
    ['graphs with one to three things wrong', broken, ['dropped', 'refused', 'taken']],
    ['graphs with any fields of the right types', typed, ['refused', 'taken']],
  ])('%s', (_, graphs, verdicts) => {
    const sample = fc.sample(graphs, { seed: SEED, numRuns: 2000 }).map(asJson);
    const admissions = server.admit(sample);
    const withoutNulls = server.admit(sample.map(dropNulls));
    const disagreements = sample.flatMap((graph, index) =>
      compare(graph, { ...admissions[index]!, pruned: withoutNulls[index]!.pruned }),
    );
    expect(disagreements.slice(0, 5)).toEqual([]);
    expect([...new Set(admissions.map(verdictOf))].sort()).toEqual(verdicts);
  });
});

function verdictOf({ refused, pruned }: Admission): 'refused' | 'dropped' | 'taken' {
  if (refused.length > 0) return 'refused';
  return pruned.length > 0 ? 'dropped' : 'taken';
}

/** Where the two disagree about a graph. The operator's webhook may refuse more than the API server itself. */
function compare(graph: JsonObject, { refused, pruned }: Admission): object[] {
  const shape = checkSchema(graph).filter(({ message }) => !isOneOf(STRICTER, message));
  const unknown = shape.filter(({ severity }) => severity === 'warning');
  const rules = checkRules(graph, newestRelease()).filter(({ severity }) => severity === 'error');
  const certain = [
    ...shape.filter((one) => !unknown.includes(one)),
    ...rules.filter(({ message }) => message.endsWith(CEL)),
  ];
  const theirs = refused.filter((reason) => !isOneOf(LAXER, reason));
  const isMissed = theirs.length > 0 && certain.length + rules.length === 0;
  const isInvented = refused.length === 0 && certain.length > 0;
  const isLost = refused.length === 0 && pruned.length !== unknown.length;
  return isMissed || isInvented || isLost ? [{ refused, pruned, certain, unknown }] : [];
}

function asJson(value: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

/** Without the members that are null, which count as absent; the API server names unknown ones all the same. */
function dropNulls(value: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(value), function (this: unknown, _key, member) {
    return member === null && !Array.isArray(this) ? undefined : member;
  });
}
