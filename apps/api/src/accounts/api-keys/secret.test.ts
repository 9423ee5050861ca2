import { isSecret, newSecret, shownPartOf } from './secret.js';

test('a new secret has the shape that secret scanners look for', () => {
  for (let made = 0; made < 200; made += 1) {
    const secret = newSecret();
    expect(secret).toMatch(/^oops_live_[0-9A-Za-z]{42}$/);
    expect(isSecret(secret)).toBe(true);
  }
});

test('no two are the same, also not in what is shown', () => {
  const secrets = Array.from({ length: 200 }, newSecret);
  expect(new Set(secrets).size).toBe(200);
  expect(new Set(secrets.map(shownPartOf)).size).toBe(200);
});

test.each([
  [
    'one character changed',
    (secret: string) => secret.slice(0, 20) + (secret[20] === 'x' ? 'y' : 'x') + secret.slice(21),
  ],
  ['another beginning', () => `oops_live_ba0000000000000000000000000000000000${newSecret().slice(-6)}`],
  ['the end cut off', (secret: string) => secret.slice(0, -1)],
  ['something behind it', (secret: string) => `${secret}x`],
  ['another prefix', (secret: string) => secret.replace('live', 'test')],
  ['nothing', () => ''],
])('with %s it is none', (_what, spoil) => {
  expect(isSecret(spoil(newSecret()))).toBe(false);
});
