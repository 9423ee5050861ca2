import { mailLanguage } from './mail-language';

test.each([
  [['zh-CN', 'en'], 'ZH_HANS'],
  [['zh'], 'ZH_HANS'],
  [['ZH-TW'], 'ZH_HANS'],
  [['de-DE', 'zh-Hans-CN'], 'ZH_HANS'],
  [['en-AU', 'zh-CN'], 'EN'],
  [['de', 'fr'], 'EN'],
  [['zhx'], 'EN'],
  [[], 'EN'],
] as const)('whoever reads %j gets mails in %s', (wanted, language) => {
  expect(mailLanguage(wanted)).toBe(language);
});
