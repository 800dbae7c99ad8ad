import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphVersion } from '../../src/dgd/services.ts';
import { getIn, isObject, type JsonObject } from '../../src/json.ts';
import { normalAlpha, SWITCHED, toAlpha } from '../dgd/to-alpha.ts';
import { nulled } from './broken.ts';
import { lostWords } from './lost-words.ts';
import { type Asked, TYPED_REQUESTS, VALID_REQUESTS, withOverride } from './requests.ts';
import { hold } from './runs.ts';
import { isAlphaGraph } from './shared-parts.ts';
import { render } from './street.ts';
import { wordsToFind } from './told-words.ts';

/** Requests for targets whose overrides may take away. */
const NULLABLE_REQUESTS = VALID_REQUESTS.filter(({ cell }) => isAlphaGraph(cell));

test('every word of an override is in the finished graph, in front of what was generated, or in a warning', () => {
  hold(
    fc.property(VALID_REQUESTS, (asked) => {
      expect(lostOf(asked)).toEqual([]);
    }),
    150,
  );
});

test('so is every word of an override that merely has the right types, where it is rendered', () => {
  hold(
    fc.property(TYPED_REQUESTS, ({ cell, manifest, override }) => {
      const { graphs, findings } = render(cell, manifest);
      const same = graphs.filter(({ graph }) => graphVersion(graph) === graphVersion(override));
      const words = wordsToFind(override, cell, findings);
      expect(same.flatMap(({ graph }) => lostWords(words, graph, 'dgd'))).toEqual([]);
    }),
    80,
  );
});

test('a null of an override takes away what was generated, up to 1.3', () => {
  hold(
    fc.property(NULLABLE_REQUESTS, fc.nat(), ({ cell, manifest, override }, at) => {
      const words = nulled(override, at);
      const { graphs, findings } = render(cell, withOverride(manifest, words));
      const lost = graphs.flatMap(({ graph }) => lostWords(wordsToFind(words, cell, findings), graph, 'dgd'));
      expect(lost).toEqual([]);
    }),
    80,
  );
});

function lostOf({ cell, manifest, override }: Asked): string[] {
  const { graphs, findings } = render(cell, manifest);
  const [{ graph, documents } = { graph: {}, documents: [] }] = graphs;
  const words = wordsToFind(override, cell, findings);
  if (graphVersion(override) === graphVersion(graph)) return lostWords(words, graph, 'dgd');
  const claims = documents.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  const found = toAlpha(graph, claims);
  return [...lostWords(normalAlpha(words), normalAlpha(found), 'dgd'), ...stillOn(words, found)];
}

/** Features that an override switches off and that are on; v1beta1 says so by leaving them out. */
function stillOn(words: JsonObject, found: JsonObject): string[] {
  const services = getIn(words, 'spec', 'services');
  return Object.entries(isObject(services) ? services : {}).flatMap(([name, service]) => {
    const off = SWITCHED.filter((feature) => getIn(service, feature, 'enabled') === false);
    return off.filter((feature) => getIn(found, 'spec', 'services', name, feature, 'enabled') === true);
  });
}
