import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { run } from '../commands/harness.ts';
import { browserAt } from './browser.ts';
import { wantHost } from './host.ts';

const chromium = wantHost('chromium');

const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOSTILE = `</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>"'`;
const TURNING = 'safe\\u202Egnp.exe';

function request(name: string, { backend = 'vllm', more = '' } = {}): string {
  return `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: ${JSON.stringify(name)}, namespace: prod}
spec:
  model: Qwen/Qwen3-8B
  backend: ${backend}
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1
  hardware: {gpuSku: h200_sxm, totalGpus: 8, numGpusPerNode: 8}
  sla: {ttft: 1500, itl: 20}
${more}`;
}

/** A name and a model that are refused, and texts that come to the manifest as they are. */
const FILES = {
  'one.yaml': request('chat', { backend: 'auto' }),
  'many.yaml': [
    request('chat', { backend: 'auto' }),
    request('search'),
    request(HOSTILE),
    request('bad').replace('Qwen/Qwen3-8B', JSON.stringify(HOSTILE)),
    request('turned', {
      more: `  overrides: {dgd: {metadata: {annotations: {"example.com/note": ${JSON.stringify(HOSTILE)}, "example.com/turn": "${TURNING}"}}}}\n`,
    }),
  ].join('---\n'),
};

async function pageOf(name: keyof typeof FILES): Promise<string> {
  const output = `${name}.html`;
  writeFileSync(join(folder, name), FILES[name]);
  await run(['page', name, '--output', output], { cwd: folder, street: openStreet(openEngines(), {}) });
  return join(folder, output);
}

/** What axe-core finds serious or critical, with the elements that it is about. */
async function barriers(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  // The page's policy keeps scripts out that are not its own; those of a tool are let in for the check alone.
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`);
  await page.addScriptTag({ content: axe });
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
  };
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe.skipIf(chromium === undefined)('a page in a browser without a network', () => {
  const open = browserAt(chromium ?? '');
  let [one, many] = ['', ''];
  beforeAll(async () => {
    [one, many] = [await pageOf('one.yaml'), await pageOf('many.yaml')];
  });

  test('shows the one request at once, without a complaint', async () => {
    const { page, complaints } = await open(one);
    expect(await page.locator('h2').textContent()).toBe('prod/chat');
    expect(await page.locator('#index').isVisible()).toBe(false);
    await page.locator('.chart svg .pick').nth(1).waitFor();
    expect(complaints).toEqual([]);
  });

  test('has everything about the request, in its order', async () => {
    const { page, complaints } = await open(one);
    expect(await page.locator('h3').allTextContents()).toEqual([
      ...['What was considered', 'What if', 'Memory of a GPU', 'Where the time goes', 'Left out', 'The manifest'],
    ]);
    expect(await page.locator('.lead').textContent()).toMatch(/^(agg|disagg) with .* of 8 GPUs$/);
    expect(await page.locator('.figure-label').allTextContents()).toEqual([
      ...['tokens/s/GPU', 'requests/s', 'ttft', 'itl', 'GPUs used', 'memory free'],
    ]);
    const tried = page.getByRole('region', { name: 'What if' }).locator('tbody tr');
    expect(await tried.locator('td:nth-child(2)').allTextContents()).toEqual(['20', '10', '15', '25', '30', '40']);
    expect(await page.locator('.bar-row').count()).toBeGreaterThan(0);
    expect(await page.locator('table.step tbody tr').count()).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
  });

  test('shows the configuration under the pointer, and marks its row', async () => {
    const { page, complaints } = await open(one);
    const tip = page.locator('.chart .tip').first();
    expect(await tip.isVisible()).toBe(false);
    await page.locator('.chart svg .pick').first().hover();
    expect(await tip.textContent()).toContain('the pick');
    expect(await page.locator('tr.active').textContent()).toContain('★');
    await page.locator('h2').hover();
    expect(await tip.isVisible()).toBe(false);
    await page.locator('.ranked-table tbody tr').nth(1).hover();
    expect(await tip.textContent()).toContain('rank 2');
    expect(complaints).toEqual([]);
  });

  test('leads from one configuration to the next by keys, and says each', async () => {
    const { page, complaints } = await open(one);
    const chart = page.getByRole('application').first();
    const said = page.locator('figure [role=status]').first();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    expect(await said.textContent()).toMatch(/^The pick: /);
    await page.keyboard.press('ArrowRight');
    const next = await said.textContent();
    expect(next).not.toMatch(/^The pick/);
    expect(next).toMatch(/tokens\/s\/GPU, .* ttft .* ms, itl .* ms/);
    await page.keyboard.press('ArrowUp');
    expect(await said.textContent()).not.toBe(next);
    await page.keyboard.press('Home');
    expect(await said.textContent()).toMatch(/^The pick: /);
    await page.keyboard.press('Escape');
    expect(await said.textContent()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('sorts the ranked table by every column, by the keyboard as well', async () => {
    const { page, complaints } = await open(one);
    await page.getByLabel('all', { exact: true }).check();
    const ttfts = async () => {
      const cells = await page.locator('.ranked-table tbody tr td:nth-child(8)').allTextContents();
      return cells.map((text) => Number(text.replaceAll(',', '')));
    };
    const table = page.getByRole('region', { name: 'Configurations' });
    const heading = table.getByRole('button', { name: 'ttft ms', exact: true });
    await heading.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('th[aria-sort=descending]').textContent()).toBe('ttft ms');
    const falling = await ttfts();
    expect(falling.length).toBe(100);
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    await page.keyboard.press('Space');
    const rising = await ttfts();
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    await page.getByRole('button', { name: 'Show more' }).click();
    expect((await ttfts()).length).toBe(200);
    expect(complaints).toEqual([]);
  });

  test('hides a mode in charts and table', async () => {
    const { page, complaints } = await open(one);
    const rows = page.locator('.ranked-table tbody tr');
    expect(await rows.filter({ hasText: 'disagg' }).count()).toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: 'disagg' }).uncheck();
    expect(await rows.filter({ hasText: 'disagg' }).count()).toBe(0);
    expect(await page.locator('.chart .mark.disagg').count()).toBe(0);
    expect(await page.locator('.chart .mark.agg').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('filters and sorts the table of all requests', async () => {
    const { page, complaints } = await open(many);
    const rows = page.locator('#index-table tbody tr:visible');
    expect(await rows.count()).toBe(5);
    await page.getByLabel('Find').fill('qwen search');
    expect(await rows.count()).toBe(1);
    expect(await page.locator('#count').textContent()).toBe('1 of 5 requests');
    await page.getByLabel('Find').fill('');
    await page.getByLabel('State').selectOption('refused');
    expect(await rows.count()).toBe(2);
    await page.getByLabel('State').selectOption('');
    await page.getByRole('button', { name: 'request' }).click();
    expect((await page.locator('#index-table tbody a').allTextContents()).slice(1)).toEqual([
      ...['prod/bad', 'prod/chat', 'prod/search', 'prod/turned'],
    ]);
    expect(complaints).toEqual([]);
  });

  test('goes to a request and back by the keyboard, and the focus goes along', async () => {
    const { page, complaints } = await open(many);
    await page.getByRole('link', { name: 'prod/search' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('h2:focus', { hasText: 'prod/search' }).waitFor();
    expect(await page.title()).toMatch(/^prod\/search - /);
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.locator('h2:focus', { hasText: 'prod/chat' }).waitFor();
    await page.getByRole('link', { name: /All requests/ }).click();
    await page.locator('a:focus', { hasText: 'prod/chat' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('shows hostile names and texts as they are, and runs none of them', async () => {
    const { page, complaints } = await open(many);
    const refused = page.locator('#index-table tr[data-state=refused] a');
    expect(await refused.first().textContent()).toBe(`prod/${HOSTILE}`);
    await refused.first().click();
    expect(await page.locator('h2').textContent()).toBe(`prod/${HOSTILE}`);
    await page.goBack();
    await page.getByRole('link', { name: 'prod/turned' }).click();
    await page.getByText('The manifest').click();
    const manifest = await page.locator('pre').textContent();
    expect(manifest).toContain('alert(2)');
    expect(manifest).toContain('gnp.exe');
    expect(manifest).not.toContain('\u202E');
    expect(await page.locator('img, iframe, object, embed, link[rel=stylesheet]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['a handler', `document.body.setAttribute('onclick', 'alert(3)')`],
    ['markup', `document.body.innerHTML = '<img src=x>'`],
    [
      'the text of a script',
      `document.body.append(Object.assign(document.createElement('script'), {text: 'alert(4)'}))`,
    ],
    ['a request', `fetch('https://example.com/')`],
  ])('lets %s in from nobody', async (_, injected) => {
    const { page, complaints } = await open(one);
    await expect(page.evaluate(injected)).rejects.toThrow(/Trusted|fetch/);
    expect(complaints.filter((text) => text.startsWith('dialog') || text.startsWith('asked'))).toEqual([]);
  });

  test.each([
    ['the table of all requests, light', 'many', '', 'light'],
    ['the table of all requests, dark', 'many', '', 'dark'],
    ['a request, light', 'one', '#r0', 'light'],
    ['a request, dark', 'one', '#r0', 'dark'],
    ['a refused request', 'many', '#r2', 'light'],
  ] as const)('has no barrier: %s', async (_, which, hash, colorScheme) => {
    const { page } = await open(which === 'one' ? one : many, { colorScheme });
    await page.goto(`${page.url().split('#')[0]}${hash}`);
    expect(await barriers(page)).toEqual([]);
  });

  test.each([0, 1])('fits a phone: nothing but tables and manifests is wider', async (which) => {
    const { page, complaints } = await open([one, many][which]!, { viewport: { width: 375, height: 700 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    expect(complaints).toEqual([]);
  });

  test('prints what is folded too, and no controls', async () => {
    const { page } = await open(one);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('pre').isVisible()).toBe(true);
    expect(await page.locator('.chart svg .pick').first().isVisible()).toBe(true);
    expect(await page.locator('#detail nav').isVisible()).toBe(false);
    expect(await page.locator('input:visible').count()).toBe(0);
  });
});
