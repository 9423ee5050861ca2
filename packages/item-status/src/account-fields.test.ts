import { emailProblem, newPasswordProblem, personNameProblem } from './account-fields.js';

describe('an email address', () => {
  test.each(['bea@shop.example', 'b.e-a+1@mail.shop.example', '李@例子.公司', "o'neil@shop.example"])(
    'may be %j',
    (text) => {
      expect(emailProblem(text)).toBeUndefined();
    },
  );

  test.each([
    ['', 'REQUIRED'],
    ['bea', 'NOT_AN_EMAIL'],
    ['bea@shop', 'NOT_AN_EMAIL'],
    ['bea@shop.', 'NOT_AN_EMAIL'],
    ['bea@@shop.example', 'NOT_AN_EMAIL'],
    ['bea@shop.example, eve@shop.example', 'NOT_AN_EMAIL'],
    ['Bea <bea@shop.example>', 'NOT_AN_EMAIL'],
    ['bea@shop.example\r\nBcc: eve@shop.example', 'UNREADABLE_CHARACTERS'],
    [`${'b'.repeat(243)}@shop.example`, 'TOO_LONG'],
  ])('may not be %j', (text, code) => {
    expect(emailProblem(text)).toMatchObject({ code });
  });
});

describe('a new password', () => {
  test.each(['correct horse', '钓鱼竿和马和电池和订书钉', 'aB3$ fgh 78 9'])('may be %j', (password) => {
    expect(newPasswordProblem(password)).toBeUndefined();
  });

  test.each([
    ['', 'REQUIRED'],
    ['eleven char', 'TOO_SHORT'],
    ['🎣'.repeat(11), 'TOO_SHORT'],
    ['x'.repeat(1_025), 'TOO_LONG'],
    ['aaaaaaaaaaaaaaaa', 'EASY_TO_GUESS'],
    ['abAB'.repeat(4), 'EASY_TO_GUESS'],
  ])('may not be %j', (password, code) => {
    expect(newPasswordProblem(password)).toMatchObject({ code });
  });
});

test('a name must be there and be readable', () => {
  expect(personNameProblem('Bea')).toBeUndefined();
  expect(personNameProblem('')).toEqual({ code: 'REQUIRED' });
  expect(personNameProblem('a\nb')).toEqual({ code: 'UNREADABLE_CHARACTERS' });
  expect(personNameProblem('x'.repeat(121))).toEqual({ code: 'TOO_LONG', max: 120 });
});
