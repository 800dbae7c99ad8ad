/** HTML that may stand in a page: made of templates alone, so that every value in it is escaped. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: HTML as it is, everything else as text. */
export type Part = Html | string | number | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML of a template; values are escaped, for elements and for attributes in quotes. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, i) => `${text}${i < parts.length ? textOf(parts[i]!) : ''}`).join(''));
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(textOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** What a script or style of ours holds. Throws where it would end its element: that is a bug of ours, not of any input. */
export function rawText(text: string): Html {
  if (/<\/?(?:script|style)|<!--/i.test(text))
    throw new Error('a script or style that holds a tag cannot stand in a page');
  return new Html(text);
}

/** A value as JSON that may stand in a script element: without a character that could end it or open a comment in it. */
export function jsonText(value: object): Html {
  return new Html(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeInJson));
}

function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
