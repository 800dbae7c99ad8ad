import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIn, type JsonObject } from '../../src/json.ts';
import { type ApiServer, startApiServer } from '../cluster/api-server.ts';
import { applyTo, DEFINITION, pathTo, untilServed } from '../cluster/apply.ts';
import type { Asked, Cluster, Connection } from './cluster.ts';

/** The API server and the etcd of `.ci/kube/build`: its RBAC, its validation, tokens that it made for the rendered account. */
export class RealCluster implements Cluster {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dgdr-audit-'));
  #server: ApiServer | undefined;
  #namespace = '';

  get #log(): string {
    return join(this.#folder, 'audit.log');
  }

  async start(namespace: string): Promise<void> {
    const policy = join(this.#folder, 'policy.yaml');
    writeFileSync(
      policy,
      JSON.stringify({ apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules: [{ level: 'Metadata' }] }),
    );
    writeFileSync(this.#log, '');
    this.#namespace = namespace;
    this.#server = await startApiServer([], [`--audit-policy-file=${policy}`, `--audit-log-path=${this.#log}`]);
    const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    await this.#server.call('POST', '/api/v1/namespaces', { body });
  }

  async apply(objects: readonly JsonObject[]): Promise<void> {
    const server = this.#server!;
    for (const object of objects) {
      const complaint = await applyTo(server, object);
      if (complaint !== undefined) throw new Error(complaint);
      if (object.kind === DEFINITION) await untilServed(server, object);
    }
  }

  async connect(account: string): Promise<Connection> {
    const { url, caFile, call } = this.#server!;
    const path = `${pathTo('v1', 'ServiceAccount', this.#namespace)}/${account}/token`;
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
    const { object } = await call('POST', path, { body });
    const token = String(getIn(object, 'status', 'token') ?? '');
    return { cluster: { server: url, 'certificate-authority': caFile }, user: { token } };
  }

  asked(): Asked {
    const lines = readFileSync(this.#log, 'utf8').split('\n').slice(0, -1);
    const asked = lines
      .map((line) => JSON.parse(line) as JsonObject)
      .filter((event) => String(getIn(event, 'user', 'username')).startsWith('system:serviceaccount:'))
      .map((event) => {
        const what = getIn(event, 'objectRef', 'resource') ?? event.requestURI;
        return { what: `${event.verb} ${what}`, isRefused: getIn(event, 'responseStatus', 'code') === 403 };
      });
    const those = (wanted: boolean) =>
      [...new Set(asked.filter(({ isRefused }) => isRefused === wanted).map(({ what }) => what))].sort();
    return { allowed: those(false), refused: those(true) };
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
