import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBeta } from '../../src/dgd/beta/to-beta.ts';
import { graphVersion } from '../../src/dgd/services.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { mergeOverride } from '../../src/merge/override/deep-merge.ts';
import type { ListRules } from '../../src/merge/override/list-rules.ts';
import type { Compat } from '../../src/request/mends.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import { deepFreeze } from '../support/documents.ts';
import { ignoreWarnings } from '../support/warnings.ts';
import { profileOf } from './cells.ts';
import { type Asked, VALID_REQUESTS } from './requests.ts';
import { hold } from './runs.ts';
import { bytesOf, readResources, render, writeManifest } from './street.ts';

const MENDED = ['mended', 'operator'] as const satisfies readonly ListRules[];
const ALL = [...MENDED, 'profiler'] as const;
const COMPATS = ['ours', 'reference'] as const satisfies readonly Compat[];

describe.each(MENDED)('merging by the rules called %s', (rules) => {
  test('an override without arguments a second time changes nothing', () => {
    hold(
      fc.property(VALID_REQUESTS, (asked) => {
        const override = deepFreeze(withoutArgs(asked.override));
        const once = deepFreeze(mergeOverride(graphFor(asked), override, rules));
        expect(mergeOverride(once, override, rules)).toEqual(once);
      }),
      60,
    );
  });
});

describe.each(ALL)('merging by the rules called %s', (rules) => {
  test('nothing leaves a graph as it is, and over nothing an override is itself', () => {
    hold(
      fc.property(VALID_REQUESTS, (asked) => {
        const graph = graphFor(asked);
        expect(mergeOverride(graph, {}, rules)).toEqual(graph);
        expect(mergeOverride({}, asked.override, rules)).toEqual(asked.override);
      }),
      30,
    );
  });
});

test('rendering twice gives the same bytes', () => {
  hold(
    fc.property(VALID_REQUESTS, fc.constantFrom(...COMPATS), ({ cell, manifest }, compat) => {
      expect(bytesOf(render(cell, manifest, compat))).toBe(bytesOf(render(cell, manifest, compat)));
    }),
    50,
  );
});

/** The generated graph, frozen, in the version of the override. */
function graphFor({ cell, manifest, override }: Asked): JsonObject {
  const [resource] = readResources(writeManifest(manifest));
  const request = parseRequest(resource!, {}, ignoreWarnings);
  const { graph } = buildGraph(request, profileOf(cell), ignoreWarnings);
  return deepFreeze(graphVersion(override) === 'v1alpha1' ? graph : toBeta(graph).graph);
}

function withoutArgs(value: JsonObject): JsonObject {
  const clean = (member: Json): Json => {
    if (Array.isArray(member)) return member.map(clean);
    return isObject(member) ? withoutArgs(member) : member;
  };
  const members = Object.entries(value).filter(([key]) => key !== 'args' && key !== '$patch');
  return Object.fromEntries(members.map(([key, member]) => [key, clean(member)]));
}
