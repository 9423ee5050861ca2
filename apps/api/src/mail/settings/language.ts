/** The languages that mails are written in, as the tags by which browsers and `Intl` know them. */
export enum Language {
  EN = 'en',
  ZH_HANS = 'zh-Hans',
}
