// Puts a text on the pull request that a job runs for: node comment.mjs FILE. The comment that begins with the same line and
// was written by the same account is updated, so that there is one. Node 20 or newer, no packages.
import { readFileSync } from 'node:fs';

const PER_PAGE = 100;
/** A conversation of more pages than that is not looked through. */
const MOST_PAGES = 50;

/**
 * A service by the variables that it sets in a job. `comments` is where comments are listed and made, `comment` where one is
 * changed by `change`; `author` tells who wrote one, `self` who writes now.
 */
const SERVICES = [
  {
    name: 'GitHub',
    isHere: (env) => env.GITHUB_ACTIONS === 'true',
    needs: ['GITHUB_TOKEN', 'GITHUB_REPOSITORY', 'GITHUB_EVENT_PATH'],
    number: (env) => JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')).pull_request?.number,
    base: (env) => `${env.GITHUB_API_URL ?? 'https://api.github.com'}/repos/${env.GITHUB_REPOSITORY}`,
    headers: (env) => ({ authorization: `Bearer ${env.GITHUB_TOKEN}`, accept: 'application/vnd.github+json' }),
    comments: (number) => `/issues/${number}/comments`,
    comment: (_, id) => `/issues/comments/${id}`,
    change: 'PATCH',
    author: ({ user }) => user?.login,
    // The token of a job may not ask who it is.
    self: async (env) => env.COMMENT_AUTHOR || 'github-actions[bot]',
  },
  {
    name: 'GitLab',
    isHere: (env) => env.GITLAB_CI === 'true',
    needs: ['GITLAB_TOKEN', 'CI_API_V4_URL', 'CI_MERGE_REQUEST_PROJECT_ID'],
    number: (env) => env.CI_MERGE_REQUEST_IID,
    // The project of a job is the fork where the merge request comes from one.
    base: (env) => `${env.CI_API_V4_URL}/projects/${env.CI_MERGE_REQUEST_PROJECT_ID}`,
    headers: (env) => ({ 'private-token': env.GITLAB_TOKEN }),
    comments: (number) => `/merge_requests/${number}/notes`,
    comment: (number, id) => `/merge_requests/${number}/notes/${id}`,
    change: 'PUT',
    author: ({ author }) => author?.username,
    self: async (env, headers) => (await call(`${env.CI_API_V4_URL}/user`, { headers })).username,
  },
];

/** The answer of a service as JSON. */
async function call(url, { method = 'GET', headers, body }) {
  const sent = body && { 'content-type': 'application/json' };
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...sent },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${new URL(url).pathname}: ${answer.status} ${answer.statusText}`);
  return answer.json();
}

/** The comment of this account that begins with a line. */
async function findOwn(service, { list, marker, headers, self }) {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const comments = await call(`${list}?per_page=${PER_PAGE}&page=${page}`, { headers });
    const own = comments.find(
      (one) => one.body?.split('\n', 1)[0].trimEnd() === marker && service.author(one) === self,
    );
    if (own !== undefined || comments.length < PER_PAGE) return own;
  }
  return undefined;
}

async function main(file, env) {
  const text = readFileSync(file, 'utf8');
  const [marker] = text.split('\n', 1);
  if (!marker.startsWith('<!-- '))
    throw new Error(`${file} does not begin with a marker: is it of diff --format markdown?`);
  const service = SERVICES.find(({ isHere }) => isHere(env));
  if (service === undefined) throw new Error('neither a job of GitHub Actions nor one of GitLab CI');
  const missing = service.needs.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is not set`);
  const number = service.number(env);
  if (number === undefined) throw new Error('the job does not run for a pull request');
  const headers = { ...service.headers(env), 'user-agent': 'dgdr-render' };
  const base = service.base(env);
  const list = `${base}${service.comments(number)}`;
  const own = await findOwn(service, { list, marker, headers, self: await service.self(env, headers) });
  const body = { body: text };
  if (own === undefined) await call(list, { method: 'POST', headers, body });
  else await call(`${base}${service.comment(number, own.id)}`, { method: service.change, headers, body });
  console.log(`${own === undefined ? 'wrote' : 'updated'} the comment on ${service.name}`);
}

try {
  await main(process.argv[2] ?? '', process.env);
} catch (error) {
  console.error(`the comment was not written: ${error.message}`);
  process.exitCode = 1;
}
