const WIDTH = 120;

/** JSON as Biome leaves it: what fits into a line stands on one. */
export function printJson(value: unknown): string {
  return `${print(value, '', 0)}\n`;
}

/** `indent` is that of the line; `used` are the columns that the key before the value and a comma after it take. */
function print(value: unknown, indent: string, used: number): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + used + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const named = isList ? value.map((item) => ['', item] as const) : entriesOf(value).map(withColon);
  const members = named.map(([name, member], index) => {
    const comma = index < named.length - 1 ? 1 : 0;
    return `${name}${print(member, inner, name.length + comma)}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const members = entriesOf(value).map(([key, member]) => `${JSON.stringify(key)}: ${onOneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function withColon([key, member]: [string, unknown]): readonly [name: string, member: unknown] {
  return [`${JSON.stringify(key)}: `, member];
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
