import { fstatSync, writeSync } from 'node:fs';
import { isSystemError, RenderError } from '../../errors.ts';

/** A stream of the process that is printed to. */
export type Printed = 'stdout' | 'stderr';
type Stream = NodeJS.WriteStream & { readonly fd: number };

/**
 * Prints all of a text. Node takes a file for written whatever part of it was, so that a disk which is full would cut a
 * manifest short and nobody be told. @throws RenderError OUTPUT_FAILED
 */
export function printTo(name: Printed, stream: Stream): (text: string) => void {
  if (!isFile(stream)) return (text) => void stream.write(text);
  return (text) => {
    try {
      writeAll(stream.fd, Buffer.from(text));
    } catch (error) {
      throw isSystemError(error) ? cannotPrint(name, error) : error;
    }
  };
}

/** Everything but pipes, sockets and terminals, which take their time and say later what became of it. */
function isFile({ fd, isTTY }: Stream): boolean {
  if (isTTY) return false;
  try {
    const stat = fstatSync(fd);
    return !stat.isFIFO() && !stat.isSocket();
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** Why nothing more can be printed. */
export function cannotPrint(name: Printed, { code }: NodeJS.ErrnoException): RenderError {
  const gone = code === 'EPIPE' ? ', its reader is gone' : '';
  return new RenderError('OUTPUT_FAILED', { message: `${name} cannot be written: ${code}${gone}` });
}
