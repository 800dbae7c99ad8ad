import { getIn, type JsonObject } from '../../json.ts';
import { listIn } from '../../json-reading.ts';

/** What a shell would not take as it stands. */
const SPECIAL = /[\s'"\\{}[\]$`!]/;
/** What keeps its meaning inside double quotes. */
const MEANT = /[\\"$`]/g;
/** What the kubelet puts a variable in for, before a shell sees it. */
const REFERENCE = /\$\((\w+)\)/g;

/** The command of a container as one shell line, every word quoted where it needs it. */
export function shellLine(container: JsonObject): string {
  const words = [...listIn(container, 'command'), ...listIn(container, 'args')].map(String);
  const names = new Set(listIn(container, 'env').map((one) => getIn(one, 'name')));
  return words.map((word) => shellWord(word, names)).join(' ');
}

/** A word in double quotes where a shell would not take it as it stands; references to the container's variables stay. */
function shellWord(word: string, names: ReadonlySet<unknown>): string {
  if (!SPECIAL.test(word)) return word;
  let rest = 0;
  const parts: string[] = [];
  for (const match of word.matchAll(REFERENCE)) {
    if (!names.has(match[1])) continue;
    parts.push(escaped(word.slice(rest, match.index)), match[0]);
    rest = match.index + match[0].length;
  }
  return `"${parts.join('')}${escaped(word.slice(rest))}"`;
}

function escaped(text: string): string {
  return text.replace(MEANT, '\\$&');
}
