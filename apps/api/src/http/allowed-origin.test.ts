import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Config } from '../config.js';
import { isFromAllowedOrigin } from './allowed-origin.js';

const from = (headers: IncomingHttpHeaders, changes: Partial<Config>) =>
  isFromAllowedOrigin({ headers } as IncomingMessage, { publicUrl: 'https://orders.example', ...changes } as Config);

describe('in production', () => {
  const production = (headers: IncomingHttpHeaders) => from(headers, { isProduction: true });

  test('our own page and programs that name no origin may come', () => {
    expect(production({ origin: 'https://orders.example', host: 'orders.example' })).toBe(true);
    expect(production({ origin: 'https://orders.example', host: '10.0.0.1:4000' })).toBe(true);
    expect(production({ host: 'orders.example' })).toBe(true);
  });

  test.each([
    'https://elsewhere.example',
    'http://orders.example',
    'https://orders.example:8443',
    'https://orders.example.elsewhere.example',
    'https://evil-orders.example',
    'https://www.orders.example',
    'https://orders.example/',
    'null',
    '',
  ])('a page from "%s" may not', (origin) => {
    expect(production({ origin, host: 'orders.example' })).toBe(false);
  });

  test('a page is not let in because it names the host that it was sent to', () => {
    expect(production({ origin: 'http://10.0.0.1:4000', host: '10.0.0.1:4000' })).toBe(false);
  });
});

describe('outside production', () => {
  const development = (headers: IncomingHttpHeaders) =>
    from(headers, { isProduction: false, publicUrl: 'http://localhost:4000' });

  test.each([
    ['http://localhost:4000', 'localhost:4000'],
    ['http://localhost:4000', '127.0.0.1:4000'],
    ['http://localhost:5173', 'localhost:5173'],
    ['http://127.0.0.1:4000', '127.0.0.1:4000'],
    ['http://[::1]:4000', '[::1]:4000'],
    ['https://preview.example', 'preview.example'],
  ])('a page from %s may come to %s', (origin, host) => {
    expect(development({ origin, host })).toBe(true);
  });

  test.each([
    ['http://elsewhere.example', 'localhost:4000'],
    ['http://localhost:3000', 'localhost:4000'],
    ['http://localhost', 'localhost:4000'],
    ['null', 'localhost:4000'],
    ['null', 'null'],
    ['', ''],
    ['file://', undefined],
    ['not a link', 'not a link'],
  ])('a page from "%s" may not come to "%s"', (origin, host) => {
    expect(development({ origin, host })).toBe(false);
  });
});
