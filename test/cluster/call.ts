import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { Run } from '../commands/harness.ts';

/** The context of every kubeconfig, and its namespace. */
export const CONTEXT = 'test';
export const NAMESPACE = 'serving';

const BUNDLE = resolve('dist/dgdr-render.mjs');

/** A kubeconfig with one context, whose user has a token. */
export function kubeconfigText(server: string, token: string, cluster: readonly string[]): string {
  return `apiVersion: v1
kind: Config
current-context: other
clusters:
- name: cluster
  cluster:
    server: ${server}
${cluster.map((line) => `    ${line}\n`).join('')}contexts:
- name: ${CONTEXT}
  context: {cluster: cluster, user: person, namespace: ${NAMESPACE}}
users:
- name: person
  user: {token: ${token}}
`;
}

/** Runs the bundled tool, as a user would. */
export function runBundle(
  args: readonly string[],
  { bundle = BUNDLE, ...env }: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((done) => {
    const options = { env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, [bundle, ...args], options, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr });
    });
  });
}
