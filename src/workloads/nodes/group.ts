/** What LeaderWorkerSet tells the pods of a group; the kubelet puts the values in. */
export const LEADER = '$(LWS_LEADER_ADDRESS)';
/** Place of a pod in its group; the leader has 0. */
export const RANK_VARIABLE = 'LWS_WORKER_INDEX';
export const RANK = `$(${RANK_VARIABLE})`;
