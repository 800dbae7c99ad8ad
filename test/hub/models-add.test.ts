import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serve } from '../cluster/one-node.ts';
import { folderWith, run } from '../commands/harness.ts';
import { add, refuse, SHA, serveHub, TOKEN } from './hub-server.ts';

const SIZES =
  '"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 99, "max_position_embeddings": 99';
const CONFIG = `{"architectures": ["LlamaForCausalLM"], "rope": Infinity, ${SIZES}}\n`;
const QUANT = '{"quantization": {"quant_algo": "FP8"}}';
const ID = 'acme/chat-7B';
const PLACE = `dgdr-models/${ID}`;

const textOf = (cwd: string, name: string): string => readFileSync(join(cwd, PLACE, name), 'utf8');
type Before = (message: IncomingMessage, answer: ServerResponse) => boolean;

/** Says that a server has answered, by whatever it did. */
function answered(..._: unknown[]): true {
  return true;
}

/** A hub that answers `before` it would. */
async function addWith(before: Before, args: readonly string[] = [], token?: string) {
  const cwd = folderWith({});
  const hub = await serveHub({ [ID]: { 'config.json': CONFIG } }, before);
  const result = await add(hub.url, [ID, ...args], { cwd, ...(token !== undefined && { token }) });
  return { ...result, isWritten: existsSync(join(cwd, 'dgdr-models')), asked: hub.asked };
}

describe('models add', () => {
  it('writes the files of one commit as they are, and where they are from', async () => {
    const cwd = folderWith({});
    const hub = await serveHub({ [ID]: { 'config.json': CONFIG, 'hf_quant_config.json': QUANT } });
    const { code, stdout, stderr } = await add(hub.url, [ID], { cwd });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: `${PLACE}: wrote config.json, hf_quant_config.json, origin.json of revision ${SHA}\n`,
    });
    expect([textOf(cwd, 'config.json'), textOf(cwd, 'hf_quant_config.json')]).toEqual([CONFIG, QUANT]);
    const origin = JSON.parse(textOf(cwd, 'origin.json'));
    expect(origin).toMatchObject({ model: ID, revision: SHA, source: `${hub.url}/${ID}` });
    expect(Object.keys(origin.files)).toEqual(['config.json', 'hf_quant_config.json']);
    expect(hub.asked.map(({ url }) => url)).toEqual([
      `/${ID}/resolve/main/config.json`,
      `/${ID}/resolve/${SHA}/hf_quant_config.json`,
    ]);
  });

  it('changes nothing a second time, and takes away what the model no longer has', async () => {
    const cwd = folderWith({ [`${PLACE}/hf_quant_config.json`]: QUANT });
    const hub = await serveHub({ [ID]: { 'config.json': CONFIG } });
    await add(hub.url, [ID], { cwd });
    expect(existsSync(join(cwd, PLACE, 'hf_quant_config.json'))).toBe(false);
    const again = await add(hub.url, [ID], { cwd });
    expect(again.stderr).toBe(`${PLACE} is as it was of revision ${SHA}\n`);
  });

  it('takes a commit, and another folder', async () => {
    const cwd = folderWith({ 'app/q.yaml': '' });
    const hub = await serveHub({ [ID]: { 'config.json': CONFIG } });
    const { code } = await add(hub.url, [ID, '--revision', SHA, '--to', 'app'], { cwd });
    expect({ code, url: hub.asked[0]?.url }).toEqual({ code: 0, url: `/${ID}/resolve/${SHA}/config.json` });
    expect(readFileSync(join(cwd, 'app', PLACE, 'config.json'), 'utf8')).toBe(CONFIG);
  });

  it('asks a mirror that says nothing of commits which one it has, or is told', async () => {
    const mirror: Before = ({ url }, answer) => {
      if (url?.startsWith('/api/models/')) answer.end(JSON.stringify({ sha: SHA }));
      else answer.writeHead(url?.endsWith('/config.json') ? 200 : 404).end(CONFIG);
      return true;
    };
    const found = await addWith(mirror);
    expect({ code: found.code, urls: found.asked.map(({ url }) => url) }).toEqual({
      code: 0,
      urls: [
        `/${ID}/resolve/main/config.json`,
        `/api/models/${ID}/revision/main`,
        `/${ID}/resolve/${SHA}/hf_quant_config.json`,
      ],
    });
    const mute: Before = ({ url }, answer) => {
      answer.writeHead(url?.endsWith('/config.json') ? 200 : 404).end(CONFIG);
      return true;
    };
    expect((await addWith(mute)).stderr).toContain('name the commit with --revision');
    expect((await addWith(mute, ['--revision', SHA])).code).toBe(0);
  });
});

describe('what a hub refuses is said, and nothing is written', () => {
  it.each<{ says: string; before: Before; token?: string; args?: string[]; error: string; hint: string }>([
    {
      says: 'a gated model without a token',
      before: (_, answer) => answered(refuse(answer, 401, 'GatedRepo')),
      error: `error HUB_REFUSED: ${ID} is gated, and HF_TOKEN is not set`,
      hint: `ask for access at HUB/${ID}, and set HF_TOKEN to a token of that account`,
    },
    {
      says: 'a gated model with a token without access',
      before: (_, answer) => answered(refuse(answer, 403, 'GatedRepo')),
      token: TOKEN,
      error: `error HUB_REFUSED: ${ID} is gated, and the account of HF_TOKEN has no access`,
      hint: `ask for access at HUB/${ID}, and set HF_TOKEN to a token of that account`,
    },
    {
      says: 'a model that is private or not there',
      before: (_, answer) => answered(refuse(answer, 401, 'RepoNotFound')),
      error: `error HUB_REFUSED: the hub shows ${ID} to nobody without a token: it is private, gated, or not there`,
      hint: `check how the id is written, ask for access at HUB/${ID}, and set HF_TOKEN`,
    },
    {
      says: 'a token that is none',
      before: (_, answer) => answered(refuse(answer, 401, 'RepoNotFound')),
      token: TOKEN,
      error: 'error HUB_REFUSED: the hub does not know HF_TOKEN',
      hint: 'set HF_TOKEN to a valid token, or unset it',
    },
    {
      says: 'a model that is not there',
      before: (_, answer) => answered(refuse(answer, 404, 'RepoNotFound')),
      token: TOKEN,
      error: `error HUB_NOT_FOUND: there is no config.json of a model ${ID} at HUB/${ID}`,
      hint: 'check how the id is written; private models need HF_TOKEN',
    },
    {
      says: 'a revision that is not there',
      before: () => false,
      args: ['--revision', 'v9'],
      error: `error HUB_NOT_FOUND: ${ID} has no revision v9`,
      hint: 'name a commit of the model with --revision, or leave it out',
    },
    {
      says: 'a model without a configuration',
      before: (_, answer) => answered(refuse(answer, 404, 'EntryNotFound')),
      error: `error HUB_NOT_FOUND: ${ID} has no config.json`,
      hint: `see the files at HUB/${ID}; only models with a config.json can be used`,
    },
    {
      says: 'a hub that is ill',
      before: (_, answer) => answered(refuse(answer, 503, '')),
      error: `error HUB_UNREACHABLE: HUB answers 503 to config.json of ${ID}`,
      hint: 'try again later, or copy the files by hand and run `dgdr-render models add ID --from-dir DIR`',
    },
    {
      says: 'a hub that is slow',
      before: () => true,
      args: ['--request-timeout', '0.2'],
      error: 'error HUB_UNREACHABLE: HUB did not answer within 0.2 s',
      hint: 'raise --request-timeout, or try again later',
    },
    {
      says: 'an answer that stops half-way',
      before: (_, answer) => answered(answer.writeHead(200).write('{')),
      args: ['--request-timeout', '0.2'],
      error: 'error HUB_UNREACHABLE: HUB did not answer within 0.2 s',
      hint: 'raise --request-timeout, or try again later',
    },
    {
      says: 'an answer that breaks off',
      before: (_, answer) => {
        answer.writeHead(200, { 'Content-Length': '1000' }).write('{');
        setTimeout(() => answer.destroy(), 50);
        return true;
      },
      error: 'error HUB_UNREACHABLE: HUB cannot be read: the connection broke off (ECONNRESET)',
      hint: 'try again later, or copy the files by hand and run `dgdr-render models add ID --from-dir DIR`',
    },
    {
      says: 'an answer without end',
      before: (_, answer) => answered(answer.writeHead(200).end(' '.repeat(2 ** 20 + 1))),
      error: 'error HUB_UNREACHABLE: HUB sends more than 1048576 bytes',
      hint: 'check HF_ENDPOINT',
    },
    {
      says: 'a page in the place of the file',
      before: (_, answer) => answered(answer.writeHead(200, { 'X-Repo-Commit': SHA }).end('<html>log in</html>')),
      error: 'error MODEL_INVALID: config.json is not JSON: ',
      hint: '',
    },
    {
      says: 'a list in the place of the file',
      before: (_, answer) => answered(answer.writeHead(200, { 'X-Repo-Commit': SHA }).end('[]')),
      error: 'error MODEL_INVALID: config.json holds no object',
      hint: '',
    },
    {
      says: 'a configuration that nothing can be made of',
      before: (_, answer) => answered(answer.writeHead(200, { 'X-Repo-Commit': SHA }).end('{"architectures": []}')),
      error: `error FAMILY_UNSUPPORTED spec.model: model ${ID} has the architecture null`,
      hint: '',
    },
    {
      says: 'a redirect to itself',
      before: ({ url }, answer) => answered(answer.writeHead(302, { Location: url }).end()),
      error: 'error HUB_UNREACHABLE: HUB redirects more than 5 times, which is not followed',
      hint: 'check HF_ENDPOINT',
    },
    {
      says: 'a redirect to a file of this machine',
      before: (_, answer) => answered(answer.writeHead(302, { Location: 'file:///etc/passwd' }).end()),
      error: 'error HUB_UNREACHABLE: HUB redirects to what is no address, which is not followed',
      hint: 'check HF_ENDPOINT',
    },
  ])('$says', async ({ before, token, args = [], error, hint }) => {
    const { code, stdout, stderr, isWritten } = await addWith(before, args, token);
    expect({ code, stdout, isWritten }).toEqual({ code: 1, stdout: '', isWritten: false });
    expect(stderr).toContain(error);
    expect(stderr).toContain(hint);
    expect(stderr).not.toContain(TOKEN);
  });
});

describe('a token', () => {
  it('is told to the hub, and to no host that it redirects to', async () => {
    const cwd = folderWith({});
    const store = await serveHub({ [ID]: { 'config.json': CONFIG } });
    const hub = await serveHub({}, ({ url = '' }, answer) => {
      if (url.endsWith('hf_quant_config.json')) return answered(refuse(answer, 404, 'EntryNotFound'));
      const near = url.startsWith('/moved');
      const location = near ? `${store.url}/${ID}/resolve/main/config.json` : `/moved${url}`;
      return answered(answer.writeHead(307, { Location: location, 'X-Repo-Commit': SHA }).end());
    });
    const { code } = await add(hub.url, [ID], { cwd, token: TOKEN });
    expect(code).toBe(0);
    expect(hub.asked.map(({ authorization }) => authorization)).toEqual(
      Array.from({ length: 3 }, () => `Bearer ${TOKEN}`),
    );
    expect(store.asked.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it('is said of the commit by the hub alone', async () => {
    const cwd = folderWith({});
    const store = await serve(
      (_, answer) => void answer.writeHead(200, { 'X-Repo-Commit': 'f'.repeat(40) }).end(CONFIG),
    );
    const hub = await serveHub({}, ({ url = '' }, answer) => {
      if (url.startsWith('/api/')) return answered(answer.end(JSON.stringify({ sha: SHA })));
      if (url.endsWith('hf_quant_config.json')) return answered(refuse(answer, 404, 'EntryNotFound'));
      return answered(answer.writeHead(302, { Location: store }).end());
    });
    expect((await add(hub.url, [ID], { cwd })).stderr).toContain(`of revision ${SHA}`);
  });
});

describe('the environment', () => {
  it.each(['ftp://hub', 'hub', 'file:///etc'])('with %s for a hub is refused', async (endpoint) => {
    const { code, stderr } = await run(['models', 'add', ID], { cwd: folderWith({}), env: { HF_ENDPOINT: endpoint } });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('CONFIG_INVALID: HF_ENDPOINT is no address'),
    });
  });

  it('may name a hub below a path, and a nobody', async () => {
    const cwd = folderWith({});
    const hub = await serveHub({ [`mirror/${ID}`]: { 'config.json': CONFIG } });
    expect((await add(`${hub.url}/mirror/`, [ID], { cwd })).code).toBe(0);
    const gone = await run(['models', 'add', ID], { cwd, env: { HF_ENDPOINT: 'http://127.0.0.1:1' } });
    expect(gone.stderr).toContain('HUB_UNREACHABLE: 127.0.0.1:1 cannot be read: nothing answers there (ECONNREFUSED)');
  });

  it('may name a proxy, which is asked for the whole address', async () => {
    const cwd = folderWith({});
    const seen: (string | undefined)[] = [];
    const proxy = await serve(({ url = '', headers }, answer) => {
      seen.push(url, headers.host, headers['proxy-authorization']);
      if (url.endsWith('/config.json')) answer.writeHead(200, { 'X-Repo-Commit': SHA }).end(CONFIG);
      else refuse(answer, 404, 'EntryNotFound');
    });
    const env = { HTTP_PROXY: proxy.replace('http://', 'http://me:pass%21@') };
    const { code } = await add('http://hub.example.com', [ID], { cwd, env });
    expect(code).toBe(0);
    expect(seen.slice(0, 3)).toEqual([
      `http://hub.example.com/${ID}/resolve/main/config.json`,
      'hub.example.com',
      `Basic ${Buffer.from('me:pass!').toString('base64')}`,
    ]);
  });

  it.each([
    ['hub.example.com', false],
    ['.example.com', false],
    ['example.com:80, other', true],
    ['*', false],
    ['hub.example', true],
  ])('may exempt %s from it', async (exempt, isAsked) => {
    let asked = 0;
    const proxy = await serve((_, answer) => {
      asked += 1;
      refuse(answer, 404, 'EntryNotFound');
    });
    const env = { http_proxy: proxy, NO_PROXY: exempt };
    await add('http://hub.example.com:8099', [ID, '--request-timeout', '2'], { cwd: folderWith({}), env });
    expect(asked > 0).toBe(isAsked);
  });
});

describe('a tunnel', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** A proxy that opens tunnels, to a place of the test's choice. */
  async function tunnelTo(port: number, status = 200): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = [];
    const server = createServer();
    server.on('connect', ({ url = '' }, socket) => {
      asked.push(url);
      if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      const far = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connected\r\n\r\n');
        far.pipe(socket).pipe(far);
      });
      far.on('error', () => socket.destroy());
      socket.on('error', () => far.destroy());
      return undefined;
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, asked };
  }

  it('carries what is encrypted, whose certificate counts', async () => {
    const port = Number(new URL(await serve((_, answer) => void answer.end())).port);
    const proxy = await tunnelTo(port);
    const { stderr } = await add('https://hub.example.com', [ID], {
      cwd: folderWith({}),
      env: { HTTPS_PROXY: proxy.url },
    });
    expect(proxy.asked).toEqual(['hub.example.com:443']);
    expect(stderr).toContain('HUB_UNREACHABLE: hub.example.com cannot be read');
  });

  it('that is refused says so', async () => {
    const proxy = await tunnelTo(0, 407);
    const { stderr } = await add('https://hub.example.com', [ID], {
      cwd: folderWith({}),
      env: { HTTPS_PROXY: proxy.url },
    });
    expect(stderr).toMatch(/HUB_UNREACHABLE: hub\.example\.com is not asked: the proxy 127\.0\.0\.1:\d+ answers 407/);
  });
});

describe('models add --from-dir', () => {
  it('takes the files of a folder, and the commit of a cache, whose files are links', async () => {
    const cache = folderWith({ 'blobs/a': CONFIG });
    const snapshot = join(cache, 'snapshots', SHA);
    mkdirSync(snapshot, { recursive: true });
    symlinkSync('../../blobs/a', join(snapshot, 'config.json'));
    const cwd = folderWith({});
    const { code, stderr } = await run(['models', 'add', ID, '--from-dir', snapshot], { cwd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `${PLACE}: wrote config.json, origin.json of revision ${SHA}\n`,
    });
    expect(textOf(cwd, 'config.json')).toBe(CONFIG);
    expect(JSON.parse(textOf(cwd, 'origin.json'))).toMatchObject({ source: 'a folder', revision: SHA });
  });

  it.each([
    ['a file that is no JSON', { 'm/config.json': '{' }, 'error MODEL_INVALID'],
    ['a folder without one', { 'm/other.json': '{}' }, 'error INPUT_NOT_FOUND'],
    ['another file that is no JSON', { 'm/config.json': CONFIG, 'm/hf_quant_config.json': '[' }, 'error MODEL_INVALID'],
  ])('refuses %s', async (_, files, error) => {
    const cwd = folderWith(files);
    const { code, stderr } = await run(['models', 'add', ID, '--from-dir', 'm'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(error) });
    expect(existsSync(join(cwd, 'dgdr-models'))).toBe(false);
  });
});

describe('a call of models add', () => {
  it.each([
    [[], 'one model id was expected'],
    [['a/b', 'c/d'], 'one model id was expected'],
    [['../x'], '"../x" is not the id of a model, such as Qwen/Qwen3-8B'],
    [['a/b/c'], '"a/b/c" is not the id of a model'],
    [['a/..'], '"a/.." is not the id of a model'],
    [[''], '"" is not the id of a model'],
    [['a/b', '--from-dir', 'm', '--revision', SHA], '--revision has no effect beside --from-dir'],
    [['a/b', '--request-timeout', 'soon'], '--request-timeout soon is not a number of seconds above 0'],
  ])('with %j is wrong', async (args, message) => {
    const { code, stderr } = await run(['models', 'add', ...args], { cwd: folderWith({}) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  });

  it('stays in the folder that it names, links resolved', async () => {
    const outside = folderWith({});
    const cwd = folderWith({ 'm/config.json': CONFIG });
    symlinkSync(outside, join(cwd, 'dgdr-models'));
    const { code, stderr } = await run(['models', 'add', ID, '--from-dir', 'm'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('error PATH_OUTSIDE_ROOT') });
    writeFileSync(join(outside, 'x'), '');
    expect(existsSync(join(outside, 'acme'))).toBe(false);
  });
});
