import { describe, expect, test } from 'vitest';
import { toCarried } from '../../src/request/carried.ts';
import { OURS } from '../../src/request/mends.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

describe('labels and annotations of a request that its graph has too', () => {
  test.each([
    ['a label of a team', 'team', true],
    ['a recommended label', 'app.kubernetes.io/part-of', true],
    ['a wish about the order of applying', 'argocd.argoproj.io/sync-wave', true],
    ['the record of an application', 'argocd.argoproj.io/tracking-id', false],
    ['who applies it', 'kustomize.toolkit.fluxcd.io/name', false],
    ['a host that counts documents', 'internal.config.kubernetes.io/index', false],
    ['marks of kpt', 'internal.kpt.dev/upstream-identifier', false],
    ['what kubectl applied', 'kubectl.kubernetes.io/last-applied-configuration', false],
    ['words of this tool', 'dgdr-render.dev/router-mode', false],
    ['words of the operator', 'nvidia.com/dgdr-spec', false],
    ['labels of the controller', 'dgdr.nvidia.com/name', false],
    ['a domain that only ends alike', 'notnvidia.com/owner', true],
  ])('%s: %s', (_, name, isHandedOn) => {
    const kept = isHandedOn ? { [name]: 'x' } : {};
    expect(toCarried({ labels: { [name]: 'x' }, annotations: { [name]: 'x' } })).toEqual({
      labels: kept,
      annotations: kept,
    });
  });

  test('values that are no text are left out', () => {
    expect(toCarried({ labels: { a: 1, b: 'x' } })).toEqual({ labels: { b: 'x' }, annotations: {} });
  });

  const carried = { labels: { team: 'ml', 'dgdr.nvidia.com/name': 'x' }, annotations: { owner: 'ml' } };
  const metadataOf = (request: object) => {
    const base = { ...readRequest('llama-8b-h100'), carried, ...request };
    return finishGraph(base, readProfile('llama-8b-h100'), collectWarnings().warn).metadata;
  };

  test('reach the graph, where those of an override and of the controller win', () => {
    expect(metadataOf({})).toMatchObject({
      labels: { team: 'ml', 'dgdr.nvidia.com/name': 'llama-8b-h100' },
      annotations: { owner: 'ml' },
    });
    const overrides = { dgd: { metadata: { labels: { team: 'search' } } }, tolerations: [], trustRemoteCode: false };
    expect(metadataOf({ overrides })).toMatchObject({ labels: { team: 'search' }, annotations: { owner: 'ml' } });
  });

  test('stay on the request where the reference is followed', () => {
    const metadata = metadataOf({ mends: { ...OURS, carriesMetadata: false } });
    expect(metadata).toMatchObject({ labels: { 'dgdr.nvidia.com/name': 'llama-8b-h100' } });
    expect(JSON.stringify(metadata)).not.toContain('ml"');
  });
});
