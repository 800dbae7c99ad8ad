import type { JsonObject } from '../../json.ts';
import { GROUP } from '../../kinds.ts';

const NAMES = {
  kind: 'DynamoWorkerMetadata',
  listKind: 'DynamoWorkerMetadataList',
  plural: 'dynamoworkermetadatas',
  singular: 'dynamoworkermetadata',
  shortNames: ['dwm'],
};

/**
 * The one kind that the processes of a graph need in a cluster: each writes what it serves into an object of it. Nothing
 * watches on their behalf, so that it needs neither a webhook nor a controller. The same from 1.2 to 1.6.
 */
export const WORKER_METADATA_CRD: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${NAMES.plural}.${GROUP}` },
  spec: {
    group: GROUP,
    scope: 'Namespaced',
    names: NAMES,
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                required: ['data'],
                properties: { data: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
              },
            },
          },
        },
      },
    ],
  },
};
