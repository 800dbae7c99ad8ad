const LABEL = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
const WORD = '[A-Za-z\\d](?:[\\w.-]*[A-Za-z\\d])?';

/** Characters of a DNS subdomain at most, such as the prefix of a label's key. */
export const SUBDOMAIN_CHARACTERS = 253;

/** Forms of names that the API server takes (Kubernetes 1.34, apimachinery, pkg/util/validation). */
const FORMS = {
  /** The name of a namespace. */
  label: new RegExp(`^(?=.{1,63}$)${LABEL}$`),
  /** The name of most resources. */
  subdomain: new RegExp(`^(?=.{1,${SUBDOMAIN_CHARACTERS}}$)${LABEL}(?:\\.${LABEL})*$`),
  labelValue: new RegExp(`^(?=.{0,63}$)(?:${WORD})?$`),
  /** The part of a key behind the slash, or all of it. */
  keyName: new RegExp(`^(?=.{1,63}$)${WORD}$`),
} as const;

/** Whether a text has the form. */
export function isNamed(form: keyof typeof FORMS, text: string): boolean {
  return FORMS[form].test(text);
}

/** Whether a text is the key of a label: a name, or a DNS subdomain and a name with a slash between. */
export function isLabelKey(text: string): boolean {
  const [name = '', prefix, ...more] = text.split('/').reverse();
  return more.length === 0 && (prefix === undefined || isNamed('subdomain', prefix)) && isNamed('keyName', name);
}
