import type { Language } from '../../gql/graphql';

/** The language in which a reader of these languages can read our mails, as far as we write in one. */
export function mailLanguage(wanted: readonly string[] = navigator.languages): Language {
  const known = wanted.find((tag) => /^(en|zh)\b/i.test(tag));
  return known?.toLowerCase().startsWith('zh') ? 'ZH_HANS' : 'EN';
}
