import type { NoteCode } from '../../errors.ts';
import type { CodeHelp } from './error-help.ts';

/** What the warnings and infos mean, and what to do about them. */
export const NOTE_HELP: Readonly<Record<NoteCode, CodeHelp>> = {
  REQUEST_NEAR_MISS: [
    'a document of the kind in another group, or of a kind that is nearly that of a request: it is not rendered',
    'Write the group and kind of the hint, or the line `# dgdr-render: ignore` at the top',
  ],
  REQUEST_UNKNOWN_FIELD: ['a field that no release has; it has no effect', 'Correct the name, or take the field out'],
  FIELD_IGNORED: ['a field without effect here', 'Take the field out'],
  OPTION_OVERRULED: [
    'an option such as `--gpu-sku` says one thing and the request another, which counts',
    'Change the request, or leave the option out',
  ],
  OPTION_UNUSED: [
    'an option such as `--fs-group` is about plain workloads, and no request is put out as such',
    'Add `--emit workloads`, or leave the option out',
  ],
  YAML_AMBIGUOUS: [
    '`y` or `n` without quotes, which is read as a text; to the API server it is `true` or `false`',
    'Quote the word, or write true or false',
  ],
  TARGET_ASSUMED: [
    'the release is taken to be 1.3, or the newest one that is known',
    'Say the target once in the project file',
  ],
  SKU_UNKNOWN_TO_OPERATOR: [
    "known here, but not to the target's operator in a request",
    'Apply the graph alone, not the request',
  ],
  FIELD_NEWER_THAN_TARGET: ['one that the target does not have', 'Take the field out, or raise the target'],
  SLA_NOT_MET: [
    'the pick misses the latency target',
    'Relax the target or give other GPUs; `profile` shows how near it comes',
  ],
  WISH_COSTS: [
    '`servingMode`, `memoryHeadroom` or `lock --take` keeps another row from being picked; the message has the figures of both',
    'Nothing, where the wish is worth it',
  ],
  LOAD_NOT_SERVED: ['the budget does not serve the load', 'Raise totalGpus or lower the load'],
  SIZED_FROM_MEMORY: [
    'no measurements: sized from the weights alone, no performance was estimated',
    'Measure before you rely on it, or use a GPU and backend that the hint names',
  ],
  CONTEXT_CLAMPED: ["`--max-model-len` was cut to the model's context", 'Lower isl and osl'],
  ENGINE_FOREIGN: [
    'the engine of the target does not have the family of the model, so that another generation answers; the message names both',
    'Compare with the pick of the operator before you rely on it',
  ],
  SUPPORT_ASSUMED: [
    'ranked with `support: assumed` without a recorded run of the model or its architecture; the message says as what, and in what its layers differ',
    'Measure before you rely on it',
  ],
  SUPPORT_INFERRED: [
    'supported by the majority of its architecture, not by a recorded run',
    'Nothing, unless it fails to start',
  ],
  OVERRIDE_UNKNOWN_SERVICE: [
    '`overrides.dgd` names a service that the graph does not have; it is left out',
    'Use a name that the message lists',
  ],
  OVERRIDE_IGNORED_FIELD: ['a part of `overrides.dgd` is left out', 'Take it out, or write it where the hint says'],
  GPUS_MISMATCH: [
    'an override or a patch left a worker with other GPUs than its arguments want',
    'Change the arguments along with the GPUs',
  ],
  MODEL_FLAG_MISSING: ['an override or a patch left a worker without a model', 'Keep the flag of the model'],
  BUDGET_EXCEEDED: [
    'an override makes the workers take more GPUs than `totalGpus`',
    'Raise totalGpus, or lower replicas or GPUs in the override',
  ],
  PLANNER_MODE_MISMATCH: [
    "the planner's mode is `agg`, but its graph has prefill and decode workers",
    'Set the mode of the planner to disagg, or leave it out',
  ],
  PROFILE_OUTDATED: [
    '`check -`: a graph has other workers than its annotation `dgdr-render.dev/profile` says',
    'Change the request instead of the graph, and render again',
  ],
  OVERRIDE_COERCED: [
    'a value of `overrides.dgd` was turned to text, or taken under the present name of a service',
    'Quote the value',
  ],
  OVERRIDE_VERSION_ASSUMED: [
    'an override without `apiVersion` and `kind` is taken as v1alpha1',
    'Write apiVersion and kind into the override',
  ],
  CONVERSION_DROPPED: ['a v1alpha1 field without effect that a v1beta1 graph does not have', 'Take the field out'],
  ADMISSION_AT_RISK: [
    'an unknown field that would be dropped, or something that depends on the cluster',
    'Check the field against the cluster',
  ],
  VARIABLES_AT_RISK: [
    'a name in braces after a dollar sign, or text such as `$$(POD)`, which Flux replaces where its Kustomization has `postBuild`',
    'Set fluxSubstitute',
  ],
  ENGINE_FLAG_REFUSED: ['the reference writes a value that no known engine takes', 'Set the flag by an override'],
  DATA_TYPE_UNSUPPORTED: ["the GPU lacks the checkpoint's data type", 'Use the override of the hint'],
  GPU_VENDOR_MISMATCH: ['a worker asks for the GPUs of another vendor', 'Use the override of the hint'],
  ROLE_FLAGS_MISSING: [
    'an override took the flags away that tell a worker its role',
    'Keep the flags, or write them into the override',
  ],
  ROUTER_SETTING_UNKNOWN: ["the target's router does not know it", 'Take it out, or raise the target'],
  EVENT_PLANE_MIXED: ['Frontend and worker use different event planes', 'Set the same event plane on both'],
  ROUTING_WITHOUT_EVENTS: [
    'the router mode is `kv`, and the worker that prefills publishes no events',
    'Set the annotation dgdr-render.dev/router-mode: kv, which sets both',
  ],
  EVENTS_WITHOUT_ROUTING: [
    'a worker publishes events that no router reads',
    'Set the router mode to kv, or take the event flags out',
  ],
  NAME_LONG: ['a name near a limit', 'Shorten the name before a service is added'],
  LABEL_OMITTED: ['a label value that is too long', 'Use at most 63 characters'],
  GRAPHS_SEE_EACH_OTHER: [
    'the Dynamo namespace of a graph begins with that of another one in its namespace, whose frontend sends to the workers of both',
    'Rename one graph so that neither name begins with the other',
  ],
  WORKLOADS_REDUCED: [
    'plain workloads: a field does less without the operator, or nothing',
    'Read what is lost, and whether it matters',
  ],
  WORKLOADS_REPLACED: [
    'plain workloads: a change that the operator would refuse under one name; what is gone wants to be pruned',
    'Let whoever applies them prune',
  ],
  NAMESPACE_UNKNOWN: [
    'plain workloads: a RoleBinding needs the namespace',
    'Set metadata.namespace or --workloads-namespace',
  ],
  PULL_SECRET_MISSING: ['plain workloads: pods of a private registry name no secret', 'Set --image-pull-secret'],
  GRAPH_NOT_SERVED: ['Argo CD says that the cluster has no such kind yet', 'Install the operator before the graphs'],
  ENGINE_NEAR: [
    "once a run: what the target's own profiler runs, and which engine and data stand in for it",
    'Nothing; `profile` says the same',
  ],
  CLUSTER_NEEDS: [
    'once a run: the Secrets and claims that pods name and nothing that was rendered makes',
    'Create them in the namespace before the graph is applied',
  ],
  THREAD_LOST: [
    'a thread that profiled ended before its work was done, which the others did: what comes out is the same',
    'Nothing',
  ],
  NOT_APPLIED: ['`autoApply: false`: rendered for review', 'Set autoApply to true once it was reviewed'],
  LOCK_USED: ['requests are rendered as they were locked', 'Nothing; `lock --update NAME` picks anew'],
  LOCK_STALE: ['the lock holds the request for other inputs, so that it was picked anew', 'Run `dgdr-render lock`'],
  LOCK_MISSING: ['the lock has no entry for the request, so that it was picked anew', 'Run `dgdr-render lock`'],
  ANNOTATION_IGNORED: ['an annotation of ours that is not known', 'Correct the name'],
  GPU_NODES_SKIPPED: [
    '`hardware`: nodes left out (partitioned, shared or without labels)',
    'Check the labels of these nodes',
  ],
  GPU_NODES_DIFFER: ['`hardware`: other GPU types or counts among the nodes', 'Choose nodes with --node-selector'],
  GPU_NODES_UNAVAILABLE: ['`hardware`: nodes counted that take no pods now', 'Uncordon them, or lower totalGpus'],
  GPU_FORM_ASSUMED: ['`hardware`: SXM or PCIe is assumed', 'Write gpuSku by hand if it is the other one'],
  GPU_TOTAL_CUT: ['`hardware`: the total is cut to 32 as the operator cuts it', 'Write totalGpus by hand'],
  RDMA_UNKNOWN: [
    '`hardware`: whether there is RDMA may not be looked up',
    'Give the right that docs/cluster.md lists, or write rdma by hand',
  ],
  KUSTOMIZE_UNTRIED: [
    '`doctor`: the release of kustomize is older or newer than those that were tried with functions',
    'Compare with a release that was tried',
  ],
  SUBMODULE_SKIPPED: [
    'requests of a submodule, or of another repository inside this one, are not compared with a revision of this one',
    'Run `dgdr-render diff` inside it',
  ],
  REQUEST_MOVED: [
    'a request stands in another file than at the revision; its graph keeps its name',
    'Nothing, unless a folder decides where it is applied',
  ],
  LINK_SKIPPED: [
    'a link to a YAML file leads out of what may be read, or to nothing, and is not followed',
    'Move what it leads to inside, or list it under exclude',
  ],
  PROJECT_FILE_MISNAMED: [
    '`dgdr-render.yml` is not read: a project file is called `dgdr-render.yaml`',
    'Rename the file',
  ],
  MODEL_ALIAS: [
    'the model has the shape of a bundled one, under another name or in another precision',
    'Nothing, unless it is another model',
  ],
  TEMPLATE_SKIPPED: [
    'a file with `{{ }}` in a chart: it goes through `helm template` first',
    'Pipe helm template through render -',
  ],
};
