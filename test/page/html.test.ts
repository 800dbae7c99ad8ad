import { describe, expect, test } from 'vitest';
import { html, jsonText, rawText } from '../../src/page/html.ts';
import { shownText } from '../../src/page/shown-text.ts';

const HOSTILE = `</script><script>alert(1)</script><!-- "'&`;

describe('a template', () => {
  test('escapes every value, in elements and in attributes', () => {
    expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.toString()).toBe(
      '<p title="&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot;&#39;&amp;">' +
        '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot;&#39;&amp;</p>',
    );
  });

  test('takes templates, numbers and lists of them', () => {
    expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${['<']}</ul>`.toString()).toBe(
      '<ul><li>1</li><li>2</li>&lt;</ul>',
    );
  });
});

describe('JSON in a script element', () => {
  test('has no character that could end the element, and reads back the same', () => {
    const value = { text: `${HOSTILE}\u2028\u2029]]>` };
    const text = jsonText(value).toString();
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(value);
  });
});

describe('a script of ours', () => {
  test.each(['a</script>b', 'a<!--b', '<SCRIPT>', '</style>'])('may not hold %s', (text) => {
    expect(() => rawText(text)).toThrow('cannot stand in a page');
  });

  test('may compare', () => {
    expect(rawText('a</b/;a<b').toString()).toBe('a</b/;a<b');
  });
});

test.each([
  ['a name that turns the direction of reading', 'chat\u202Egnp.exe', 'chat\\u{202e}gnp.exe'],
  ['marks that show as nothing', 'a\u200B\u2066b\uFEFF', 'a\\u{200b}\\u{2066}b\\u{feff}'],
  ['what steers a terminal', 'a\u001B[31m', 'a\\u{1b}[31m'],
  ['the lines of a manifest', 'a: 1\nb: ä\n', 'a: 1\nb: ä\n'],
])('%s is shown', (_, text, shown) => {
  expect(shownText(text)).toBe(shown);
});
