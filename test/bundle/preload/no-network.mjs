/** Loaded before the tool: whoever reaches for the network fails at once, whatever would have come of it. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const REACHES = [
  ['net', net, ['connect', 'createConnection']],
  ['net.Socket', net.Socket.prototype, ['connect']],
  ['tls', tls, ['connect']],
  ['dns', dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  ['dgram', dgram, ['createSocket']],
];
for (const [name, owner, methods] of REACHES) {
  for (const method of methods) {
    owner[method] = () => {
      throw new Error(`the network was used: ${name}.${method}`);
    };
  }
}
globalThis.fetch = () => {
  throw new Error('the network was used: fetch');
};
syncBuiltinESMExports();
