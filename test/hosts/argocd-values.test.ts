import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (name: string): string => readFileSync(new URL(`../../plugin/argocd/${name}`, import.meta.url), 'utf8');
const values = parse(read('values.yaml'));
const plugin = parse(read('plugin.yaml'));
const pod = parse(read('repo-server-patch.yaml')).spec.template.spec;

test('the values of the chart have the plugin and the health check as they are', () => {
  const { cmp, cm } = values.configs;
  expect(cmp).toEqual({ create: true, plugins: { [plugin.metadata.name]: plugin.spec } });
  expect(cm['resource.customizations.health.nvidia.com_DynamoGraphDeployment']).toBe(read('health.lua'));
});

test('and the sidecar, which finds the plugin where the chart puts it', () => {
  const { extraContainers, volumes } = values.repoServer;
  const text = JSON.stringify({ containers: extraContainers, volumes });
  const own = text
    .replaceAll('"subPath":"dgdr-render.yaml"', '"subPath":"plugin.yaml"')
    .replace('argocd-cmp-cm', 'dgdr-render-plugin');
  expect(JSON.parse(own)).toEqual(pod);
});

test('the set of applications names parameters that the plugin announces', () => {
  const { source } = parse(read('applicationset.yaml')).spec.template.spec;
  const kinds = new Map(
    plugin.spec.parameters.static.map((one: { name: string; collectionType?: string }) => [
      one.name,
      one.collectionType ?? 'string',
    ]),
  );
  const said = source.plugin.parameters as Record<string, unknown>[];
  expect(said.length).toBeGreaterThan(1);
  expect(said.filter(({ name, ...value }) => !Object.hasOwn(value, String(kinds.get(name))))).toEqual([]);
});
