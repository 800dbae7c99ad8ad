import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EDITS, edited } from './broken.ts';
import { profileOf } from './cells.ts';
import { VALID_REQUESTS } from './requests.ts';
import { hold } from './runs.ts';
import { readResources, renderAll, writeManifest } from './street.ts';

// Everything that is handed over is frozen, so that a change of it throws; what cannot be frozen is compared.
test('no input of a rendering is changed, whether it succeeds or not', () => {
  hold(
    fc.property(VALID_REQUESTS, EDITS, fc.boolean(), ({ cell, manifest }, edits, isBroken) => {
      const resources = readResources(writeManifest(isBroken ? edited(manifest, edits) : manifest));
      const before = resources.map(({ document }) => String(document));
      const profile = JSON.stringify(profileOf(cell));
      renderAll(cell, resources);
      expect(resources.map(({ document }) => String(document))).toEqual(before);
      expect(JSON.stringify(profileOf(cell))).toBe(profile);
    }),
    100,
  );
});
