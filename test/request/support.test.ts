import { describe, expect, test } from 'vitest';
import { RenderErrors } from '../../src/errors.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { makeResource, requestYaml } from '../support/requests.ts';
import { ignoreWarnings } from '../support/warnings.ts';

const HEAD = 'annotations:\n  dgdr-render.dev/support: ';

function supportOf(head: string | undefined, defaults: RequestDefaults = {}) {
  const text = requestYaml(head === undefined ? {} : { head });
  return parseRequest(makeResource(text, 'request.yaml'), defaults, ignoreWarnings).support;
}

describe('support', () => {
  test.each([
    ['is recorded where nobody says anything', undefined, {}, 'recorded'],
    ["is the host's word", undefined, { support: 'assumed' }, 'assumed'],
    ["is the request's own before it", `${HEAD}recorded`, { support: 'assumed' }, 'recorded'],
    ["is the request's own without any", `${HEAD}assumed`, {}, 'assumed'],
    ['is as without an annotation where it is null', `${HEAD}null`, { support: 'assumed' }, 'assumed'],
  ] as const)('%s', (_, head, defaults, expected) => {
    expect(supportOf(head, defaults)).toBe(expected);
  });

  test.each(['measured', '[]', '""', 'true'])('%s is no value of the annotation', (value) => {
    const { errors } = errorsOf(() => supportOf(`${HEAD}${value}`));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringMatching(/wanted recorded or assumed$/),
    });
    expect([errors[0]?.path, errors[0]?.origin?.line]).toEqual(['metadata.annotations.dgdr-render.dev/support', 6]);
  });
});

function errorsOf(run: () => unknown): RenderErrors {
  try {
    run();
  } catch (error) {
    if (error instanceof RenderErrors) return error;
    throw error;
  }
  throw new Error('no error');
}
