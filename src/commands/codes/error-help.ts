import type { ErrorCode } from '../../errors.ts';

/** When a finding is said, and what to do. */
export type CodeHelp = readonly [detail: string, advice: string];

/** What the errors mean, and what to do about them. */
export const ERROR_HELP: Readonly<Record<ErrorCode, CodeHelp>> = {
  YAML_INVALID: ['the YAML cannot be read', 'Mend the line; an editor with the schema of plugin/schemas marks it'],
  INPUT_TOO_LARGE: [
    'a file, stream or nesting is over the limit (a request file: 1 MiB, 500,000 tokens, nesting 100, 100 aliases), or all that a run reads (SECURITY.md)',
    'Split the file, or name only the files that hold requests',
  ],
  INPUT_NOT_FOUND: [
    'a named file, folder or the data cannot be read',
    'Check the name; paths start at the working directory',
  ],
  PATH_OUTSIDE_ROOT: [
    'a path or a link leaves the folder it has to stay in',
    'Move the file inside, or run from a folder above it',
  ],
  REMOTE_REFUSED: [
    'a kustomization names what would have to be fetched; `argocd generate --allow-remote` lets it',
    'Vendor what it names, or let the administrator of the plugin allow it',
  ],
  RESOURCE_LIST_INVALID: [
    'stdin of the function is no ResourceList',
    'Start the function from kustomize or kpt, or pipe plain YAML to render -',
  ],
  CONFIG_INVALID: [
    "the project file, the function's config or an option is wrong",
    'The message names the field; `dgdr-render config show` shows what counts',
  ],
  EXTENDS_CIRCULAR: ['a project file extends itself, or too many others in a row', 'Take one extends away'],
  NO_REQUESTS: [
    'there is no request, or for `check -` no graph; `--allow-empty` accepts that',
    'Name the file or folder; a request has kind DynamoGraphDeploymentRequest of nvidia.com/v1beta1',
  ],
  REQUEST_INVALID: [
    'a field has the wrong type, value or shape',
    'Write what the hint says; docs/request.md has every field with its unit',
  ],
  PLACEHOLDER_LEFT: [
    'a name in braces after a dollar sign, or `{{ }}`, that a shell, Flux or Helm should have replaced',
    'Run envsubst, Helm or whatever fills it in first, and pipe the result to render -',
  ],
  REQUEST_VERSION_UNSUPPORTED: [
    'the request is not `nvidia.com/v1beta1`',
    '`dgdr-render migrate FILE` prints a v1alpha1 request as v1beta1',
  ],
  REQUEST_DUPLICATE: [
    'two requests of one stream, folder or application give a graph of the same name',
    'Rename one of the requests, or set overrides.dgd.metadata.name',
  ],
  IMAGE_MISSING: ['there is no image, and no target to derive it from', 'Set spec.image or a target'],
  IMAGE_INVALID: ['an image cannot be read, or is given by digest alone', 'Write registry/path/name:tag'],
  HARDWARE_MISSING: [
    '`gpuSku`, `totalGpus` or `numGpusPerNode` is missing, and offline nothing can be discovered',
    'Commit what `dgdr-render hardware --context NAME` prints, or say it once in the project file',
  ],
  LOAD_CONFLICT: ['`concurrency` and `requestRate` together', 'Keep one of the two'],
  SLA_CONFLICT: ['`e2eLatency` stands beside `ttft` or `itl`', 'Keep the end-to-end latency or the pair'],
  SLA_INCOMPLETE: ['one of a pair of latency targets is missing', 'Give both, or neither'],
  SLA_INVALID: ['a latency target is zero or less', 'Write milliseconds above 0'],
  SEARCH_STRATEGY_CONFLICT: ['`thorough` with `auto`', 'Name a backend'],
  SEARCH_STRATEGY_UNSUPPORTED: [
    '`thorough`, which needs GPUs',
    'Use rapid, or let a cluster profile it and pin the result with `lock --from-cluster`',
  ],
  MOCKER_PLANNER_CONFLICT: [
    'a mocker with a planner that does not sweep',
    'Let the planner sweep, or leave one of the two out',
  ],
  LIMIT_EXCEEDED: ['more than 2,097,152 tokens, 16,384 GPUs, 1,024 layers or 4,096 experts', 'Write a smaller number'],
  ROUTING_INVALID: ['an unknown router mode, `direct`, or events without mode `kv`', 'Use a mode that the hint lists'],
  TARGET_UNSUPPORTED: ['a target that is no release, or one before 1.0', 'Name a release such as 1.3'],
  LOCK_INVALID: ['a `dgdr.lock.yaml` is not as `lock` wrote it', 'Delete the file and run `dgdr-render lock`'],
  LOCK_FROZEN: [
    'with `--frozen`: the lock does not hold the request for its inputs',
    'Run `dgdr-render lock` and commit what it writes',
  ],
  CLUSTER_RESULT_MISSING: [
    'the request in the cluster has no `selectedConfig`',
    'Wait until the request in the cluster is Ready or Profiled',
  ],
  CLUSTER_REQUEST_DIFFERS: [
    'the request in the cluster says something else than the one here',
    'Apply the request that is committed, or commit the one that is applied',
  ],
  MODEL_UNKNOWN: [
    'the model is not bundled, and no configuration of it was found',
    '`dgdr-render models add ID` fetches its configuration; a spelling may be meant',
  ],
  MODEL_INVALID: [
    'the configuration of the model cannot be read or modelled',
    'Fetch the config.json anew, or name a bundled model of the same shape with --model-like',
  ],
  FAMILY_UNSUPPORTED: [
    'the family of the model is not modelled; the message names it',
    'Use another model, or overrides on a graph of your own',
  ],
  NOT_MEASURED: [
    'no measured data for the model, backend and GPU together',
    'Use a GPU or backend that the hint names, or `support: assumed`',
  ],
  BACKEND_UNSUPPORTED: ['the backend is not modelled; the message names it', 'Use vllm, sglang or trtllm'],
  REMOTE_CODE_UNTRUSTED: [
    "from 1.4 on: the model's repository brings code of its own, and nothing says that workers may run it; the hint has the flag or field",
    'Set overrides.trustRemoteCode once somebody has read the code',
  ],
  FEATURE_UNSUPPORTED: ['the feature is not modelled; the message names it', 'Leave the feature out'],
  NO_FEASIBLE_CONFIG: [
    'nothing fits or nothing is fast enough; the message has the fastest values found',
    'Relax the target, or give more or other GPUs',
  ],
  TAKE_IMPOSSIBLE: [
    '`lock --take` names a row that the request does not have: a mode that was not ranked, or a rank beyond its table',
    'Take a row that `dgdr-render profile` shows',
  ],
  COSTS_INCOMPARABLE: [
    '`compare --by cost` where a GPU has no price, or prices are in several currencies',
    'Give a price for each GPU in one currency, with `--price` or `prices` of the project file',
  ],
  PERFDB_INVALID: ['the data is broken', 'Restore the files of perfdb/ from the release'],
  OVERRIDE_INVALID: [
    '`overrides.dgd` cannot be merged, or would break the graph',
    'The message names the field of the override',
  ],
  OVERRIDE_VERSION_UNSUPPORTED: [
    '`overrides.dgd` is written in a version that the target does not merge',
    'Write it in the version that the hint names',
  ],
  NAME_INVALID: ['no DNS label', 'Use lower-case letters, digits and hyphens'],
  NAME_TOO_LONG: [
    "longer than 45 together with a service's name",
    'Shorten the name of the request, or set overrides.dgd.metadata.name',
  ],
  NEEDS_OPERATOR: [
    'plain workloads: a field that only the operator can heed, with the way out',
    'Take the way out of the hint, or render the graph',
  ],
  WORKLOADS_IMPOSSIBLE: ['plain workloads: no pod could start so', 'Mend the field that the message names'],
  SERVICE_NAMES_COLLIDE: ['plain workloads: two services become one name', 'Rename one of the services'],
  CONVERSION_IMPOSSIBLE: [
    'the override sets a v1alpha1 field that a v1beta1 graph cannot have',
    'Write the override in v1beta1',
  ],
  ADMISSION_REFUSED: [
    "the API server or Dynamo's webhook would refuse the graph",
    'Mend the field of the override that it names',
  ],
  TOPOLOGY_CHANGED: [
    'the previous or committed graph with this name has other services, another backend, node class, `minAvailable` or topology constraint',
    'Give the graph the new name of the hint, and delete the old graph once the new one serves',
  ],
  KUBECONFIG_INVALID: [
    'the kubeconfig, its context or its login cannot be used',
    'Check the context with kubectl config get-contexts',
  ],
  CLUSTER_UNREACHABLE: [
    'no proper answer of the API server: network, TLS or timeout',
    'Check that kubectl reaches the cluster from here',
  ],
  CLUSTER_REFUSED: [
    'the API server refuses: expired credentials, a missing right or a failure',
    'docs/cluster.md has the rights that are needed',
  ],
  CLUSTER_NOT_FOUND: ['no such request in the cluster, or no such kind', 'Check namespace and name'],
  GPU_NODES_MISSING: [
    'no node has the labels of GPU feature discovery',
    'Install GPU feature discovery, or write the hardware by hand',
  ],
  GPU_UNKNOWN: ['no release has a SKU for the GPUs of the nodes', 'Write gpuSku by hand'],
  GRAPH_VERSION_NOT_SERVED: [
    'Argo CD says that the cluster serves graphs in another version',
    'Set the target to the release of the operator',
  ],
  HUB_UNREACHABLE: ['`models add`: no proper answer of the hub', 'Check network and proxy, or name another hub'],
  HUB_REFUSED: ['`models add`: gated, private or a wrong token', 'Accept the licence of the model and set HF_TOKEN'],
  HUB_NOT_FOUND: ['`models add`: no such model, revision or file', 'Check the id and its revision'],
  GIT_MISSING: [
    'git, which reads the revision, cannot be started',
    'Put git 2.30 or newer on the `PATH`, or leave the option out',
  ],
  GIT_NO_REPOSITORY: [
    'the working directory is in no Git repository, so that there is no revision to compare with',
    'Run it inside a work tree',
  ],
  GIT_BARE: [
    'the repository has no work tree, and so no files to compare a revision with',
    'Add one with `git worktree add FOLDER BRANCH`, and run it there',
  ],
  GIT_FOLDER_LOST: [
    'the file `.git` of a linked work tree or a submodule names a folder where no repository is',
    'Run `git worktree repair` in the repository that it belongs to, or clone anew',
  ],
  GIT_REFUSED: [
    'git does not read the repository: it is broken, newer than git, or keeps git waiting',
    'Run `git fsck` there; update git',
  ],
  REVISION_INVALID: [
    'the revision begins with a dash or has characters that no revision has',
    'Name a branch, tag or commit',
  ],
  REVISION_UNKNOWN: [
    'the repository has no such branch, tag or commit',
    'Check the name; `git fetch origin NAME` brings one of the server',
  ],
  REVISION_SHALLOW: [
    'the clone is shallow and does not reach back to the revision',
    'Run `git fetch --unshallow`, or clone with more depth (`fetch-depth: 0`, `GIT_DEPTH: 0`)',
  ],
  REVISION_DAMAGED: [
    'the clone lacks objects of the revision (a partial clone fetches them when git needs them, which is not done here), or has broken ones',
    'Clone without `--filter`; `git fsck` says what is broken',
  ],
  REQUEST_LEFT: [
    '`check -`, `doctor`: a request that nobody rendered',
    'List the function under transformers, or render before the build',
  ],
  OBJECT_DUPLICATE: ['`check -`, `doctor`: an object stands twice', 'Build it once'],
  REFERENCE_DANGLING: [
    '`check -`, `doctor`: a volume mounts a rendered object that the build has under another name, or not at all',
    'List names.yaml of plugin/kustomize under configurations',
  ],
  BUILD_FAILED: ['`doctor`: the build of the kustomization fails, with what it says', 'Mend what the build says'],
  FUNCTION_INVALID: [
    "`doctor`: a config's function is not declared as kustomize reads it",
    'Write the annotation as the hint has it',
  ],
  FUNCTION_SKIPPED: [
    '`doctor`: the host does not start the function, for want of a flag or ever',
    'Build with the flag of the hint',
  ],
  FUNCTION_NOT_STARTED: [
    '`doctor`: the program is not found where it is looked up, or cannot be executed; docker cannot be reached',
    'Put the program where it is looked up and make it executable',
  ],
  PLUGIN_INCOMPLETE: [
    '`doctor --host argocd`: the repo server of the build lacks something without which the plugin does not render',
    'Write what the hint says, or take plugin/argocd as it is',
  ],
  GRAPH_MISSING: [
    '`doctor`: no graph of a request comes out of the build',
    'Run `dgdr-render render` on the request itself to see why',
  ],
  REQUEST_EMITTED: [
    '`check -`, `doctor`: a request stands beside its graph, and the operator would render it again',
    'Keep one of the two out of the build',
  ],
  DRIFT: [
    '`check`: a committed file is not what the requests render to; `render --exit-code`: it was not, and has been written or removed',
    'Run the command of the hint and commit what it writes',
  ],
  OUTPUT_CONFLICT: ['two renderings for one file', 'Rename one of the requests'],
  OUTPUT_FAILED: ['a folder or report cannot be written', 'Check rights and free space of the folder'],
};
