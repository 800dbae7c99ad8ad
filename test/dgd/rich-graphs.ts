import type { JsonObject } from '../../src/json.ts';

const IMAGE = 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.3.1';

/** Graphs that use much of what a version has. */
export const RICH_GRAPHS: Readonly<Record<string, JsonObject>> = {
  'v1beta1 with prefill, decode and a claim': {
    apiVersion: 'nvidia.com/v1beta1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'demo', namespace: 'serving', labels: { app: 'demo' }, annotations: { 'nvidia.com/x': 'true' } },
    spec: {
      backendFramework: 'trtllm',
      env: [
        { name: 'HF_HOME', value: '/models' },
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'hf', key: 'HF_TOKEN', optional: true } } },
      ],
      priorityClassName: 'high',
      restart: { id: '7', strategy: { type: 'Sequential', order: ['Frontend', 'prefill', 'decode'] } },
      topologyConstraint: { clusterTopologyName: 'racks', packDomain: 'rack' },
      experimental: {
        kvTransferPolicy: { domain: 'zone', labelKey: 'topology.kubernetes.io/zone', enforcement: 'required' },
      },
      components: [
        {
          name: 'Frontend',
          type: 'frontend',
          replicas: 0,
          podTemplate: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'main', image: IMAGE }] } },
        },
        {
          name: 'prefill',
          type: 'prefill',
          minAvailable: 1,
          multinode: { nodeCount: 2 },
          sharedMemorySize: 0,
          scalingAdapter: {},
          compilationCache: { pvcName: 'cache' },
          frontendSidecar: 'sidecar',
          experimental: {
            gpuMemoryService: { mode: 'IntraPod', extraClientContainers: ['saver'] },
            checkpoint: { enabled: true, job: { podTemplate: { spec: { anything: true } } } },
          },
          podTemplate: {
            spec: {
              nodeSelector: { 'nvidia.com/gpu.product': 'H200' },
              tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 30 }],
              volumes: [
                { name: 'models', persistentVolumeClaim: { claimName: 'models', readOnly: true } },
                { name: 'scratch', emptyDir: { medium: 'Memory', sizeLimit: '1.5Gi' } },
              ],
              containers: [
                {
                  name: 'main',
                  image: IMAGE,
                  command: ['python3', '-m', 'dynamo.trtllm'],
                  args: ['--tp', '8'],
                  resources: {
                    limits: { 'nvidia.com/gpu': 8, cpu: '500m', memory: '1e3' },
                    requests: { cpu: '.5' },
                    claims: [{ name: 'gpu' }],
                  },
                  volumeMounts: [{ name: 'models', mountPath: '/models' }],
                  startupProbe: { httpGet: { path: '/live', port: 'system' }, failureThreshold: 60 },
                  livenessProbe: { httpGet: { path: '/live', port: 9090 }, terminationGracePeriodSeconds: 2 ** 40 },
                },
                {
                  name: 'sidecar',
                  image: IMAGE,
                  securityContext: { runAsUser: 1000, capabilities: { drop: ['ALL'] } },
                },
              ],
            },
          },
        },
        { name: 'decode', type: 'decode' },
        { name: 'picker', type: 'epp', eppConfig: { config: { plugins: [{ type: null }] } } },
      ],
    },
    status: { state: 'successful' },
  },
  'v1beta1 with next to nothing': {
    apiVersion: 'nvidia.com/v1beta1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'demo', creationTimestamp: null },
    spec: { components: [{ name: 'A' }] },
  },
  'v1alpha1 with its own fields': {
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'demo' },
    spec: {
      annotations: { a: 'b' },
      labels: { a: 'b' },
      envs: [{ name: 'A' }],
      pvcs: [{ name: 'models', create: true, storageClass: 'fast', size: '10Gi', volumeAccessMode: 'ReadWriteMany' }],
      services: {
        Frontend: {
          componentType: 'frontend',
          subComponentType: '',
          ingress: { enabled: true, host: 'demo', tls: { secretName: 'tls' } },
          extraPodMetadata: { labels: { a: 'b' } },
          // Neither its containers nor the name of the main one has to be there.
          extraPodSpec: { serviceAccountName: 'demo', mainContainer: { image: IMAGE } },
        },
        worker: {
          componentType: 'worker',
          resources: {
            requests: { cpu: '4', custom: { 'ephemeral-storage': '2Gi' } },
            limits: { gpu: '8', gpuType: 'gpu.intel.com/xe' },
            claims: [{ name: 'gpu' }],
          },
          envs: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: 1 } } }],
          volumeMounts: [{ name: 'models', mountPoint: '/models', useAsCompilationCache: false }],
          sharedMemory: { size: 16 },
          livenessProbe: { exec: { command: ['true'] }, periodSeconds: 5 },
          readinessProbe: { grpc: { port: 9090 } },
          scalingAdapter: { enabled: true },
          gpuMemoryService: { enabled: true, mode: 'intraPod' },
          failover: { enabled: false, numShadows: 2 },
          checkpoint: {
            enabled: true,
            identity: { model: 'm', backendFramework: 'vllm', extraParameters: { a: 'b' } },
          },
          frontendSidecar: { image: IMAGE, args: ['-m'], envs: [{ name: 'A', value: '1' }] },
        },
      },
    },
  },
};
