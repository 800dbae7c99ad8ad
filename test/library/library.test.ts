import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { check, compare, profile, RenderErrors, render } from '../../src/library/library.ts';

const EXAMPLES = join(import.meta.dirname, 'examples');
const PAGE = readFileSync(join(import.meta.dirname, '../../docs/library.md'), 'utf8');

afterEach(() => void vi.restoreAllMocks());

describe('every example', () => {
  const names = readdirSync(EXAMPLES).map((file) => file.replace(/\.ts$/, ''));

  test('is one of the page', () => expect(names.length).toBe(PAGE.match(/^```ts$/gm)?.length));

  test.each(names)('%s stands on the page, and prints what stands there below it', async (name) => {
    const code = readFileSync(join(EXAMPLES, `${name}.ts`), 'utf8').replace(
      '../../../src/library/library.ts',
      'dgdr-render',
    );
    const printed: string[] = [];
    vi.spyOn(console, 'log').mockImplementation(
      (...values) => void printed.push(values.map(shown).join(' ').trimEnd()),
    );
    await import(`./examples/${name}.ts`);
    expect(PAGE).toContain(`\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${printed.join('\n')}\n\`\`\`\n`);
  });
});

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const TEXT = readFileSync('fixtures/requests/qwen3-8b-l40s.dgdr.yaml', 'utf8');

describe('what is handed in', () => {
  test('renders as the command does', async () => {
    const { graphs, findings } = render([{ name: 'q.yaml', text: TEXT }]);
    expect(graphs).toHaveLength(1);
    expect(graphs[0]?.yaml).toContain('kind: DynamoGraphDeployment\n');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is not changed', () => {
    const files = Object.freeze([Object.freeze({ name: 'q.yaml', text: TEXT })]);
    expect(profile(files)).toEqual(profile(files));
  });

  test('that cannot be read is a finding, and the others are answered', () => {
    const { answers, findings } = profile([
      { name: 'bad.yaml', text: 'kind: DynamoGraphDeploymentRequest\n  x: [' },
      { name: 'q.yaml', text: TEXT },
    ]);
    expect(answers).toHaveLength(1);
    expect(findings.find(({ code }) => code === 'YAML_INVALID')?.origin?.file).toBe('bad.yaml');
  });

  test('a graph that nothing renders is extra, one that is not committed is missing', () => {
    const requests = [{ name: 'q.yaml', text: TEXT }];
    const committed = render(requests).graphs.map(({ yaml }) => ({ name: 'q.dgd.yaml', text: yaml }));
    expect(check(requests, committed).differences).toEqual([]);
    expect(check(requests, []).differences.map(({ kind }) => kind)).toEqual(['missing']);
    expect(check([], committed).differences.map(({ kind }) => kind)).toEqual(['extra']);
  });

  test.each([
    { settings: { hardwre: {} }, says: 'there is no option hardwre' },
    { settings: { hardware: { totalGpus: 'many' } }, says: '' },
  ])('settings that there are not are refused: $settings', ({ settings, says }) => {
    const failure = (() => {
      try {
        return render([], { settings });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(RenderErrors);
    const [first] = (failure as RenderErrors).errors;
    expect(first).toMatchObject({ code: 'CONFIG_INVALID', path: expect.stringMatching(/^settings\./) });
    expect(first?.message).toContain(says);
  });

  const FILES = [{ name: 'q.yaml', text: TEXT }];
  // What a program hands in that no compiler checked.
  const UNCHECKED: readonly (readonly [path: string, call: () => unknown])[] = [
    ['files', () => render('q.yaml' as never)],
    ['files[1].text', () => render([...FILES, { name: 'x' } as never])],
    ['committed[0].name', () => check(FILES, [{ text: '' } as never])],
    ['topRows', () => profile(FILES, { topRows: 0 })],
    ['topRows', () => profile(FILES, { topRows: Number.NaN })],
    ['topRows', () => profile(FILES, { topRows: 1.5 })],
    ['sets', () => compare(FILES, {} as never)],
    ['by', () => compare(FILES, { sets: [], by: 'price' as never })],
    ['models["a/b"]', () => render(FILES, { models: { 'a/b': { config: null } as never } })],
  ];
  test.each(UNCHECKED)('%s is checked, with a code and what was expected', (path, call) => {
    const failure = (() => {
      try {
        return call();
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(RenderErrors);
    expect((failure as RenderErrors).errors).toMatchObject([
      { code: 'CONFIG_INVALID', path, hint: expect.any(String) },
    ]);
  });

  test('settings about files beside requests are said to count for nothing', () => {
    const { findings } = render(FILES, { settings: { frozen: true, exclude: ['x.yaml'] } });
    const ignored = findings.filter(({ code }) => code === 'FIELD_IGNORED').map(({ path }) => path);
    expect(ignored.sort()).toEqual(['settings.exclude', 'settings.frozen']);
  });

  test('sets that cannot be read are refused', () => {
    expect(() => compare([{ name: 'q.yaml', text: TEXT }], { sets: ['sla.itl'] })).toThrow();
  });
});
