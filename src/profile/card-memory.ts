import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Engine } from './engines.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** A system whose memory is what the request says, where that is less than was measured. */
export function limitedToVram(system: SystemSpec, { hardware: { vramMb }, mends }: CardRequest): SystemSpec {
  if (vramMb === undefined || !mends.limitsToVram) return system;
  return { ...system, memCapacityBytes: Math.min(system.memCapacityBytes, vramMb * MIB) };
}

type CardRequest = Pick<ProfileRequest, 'hardware' | 'mends'>;

/** Memory in GiB of one GPU that a request's workers are held to; undefined where neither it nor the data say it. */
export function cardGib(request: CardRequest, { data }: Pick<Engine, 'data'>): number | undefined {
  const { system: name, vramMb } = request.hardware;
  const system = data.systems[name];
  const bytes = system === undefined ? (vramMb ?? Number.NaN) * MIB : limitedToVram(system, request).memCapacityBytes;
  return Number.isNaN(bytes) ? undefined : bytes / GIB;
}
