import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permuted } from './permuted.ts';
import { VALID_REQUESTS } from './requests.ts';
import { hold } from './runs.ts';
import { render } from './street.ts';

test('the order of keys in a manifest and its override changes no byte of the result', () => {
  hold(
    fc.property(VALID_REQUESTS, fc.nat(), ({ cell, manifest }, salt) => {
      const [one, other] = [manifest, permuted(manifest, salt)].map((form) => render(cell, form));
      expect(other!.graphs.flatMap(({ documents }) => documents)).toEqual(
        one!.graphs.flatMap(({ documents }) => documents),
      );
    }),
    80,
  );
});
