import { inspect } from 'node:util';
import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { withoutValues } from './without-values.js';

function failed(): QueryFailedError {
  const driverError = Object.assign(new Error('server has gone away'), { sql: "SELECT 'secret'", code: 'ECONNRESET' });
  return new QueryFailedError('SELECT ?', ['secret'], driverError);
}

test.each([
  ['itself', failed()],
  ['as the cause of another', new Error('no order', { cause: failed() })],
  ['in an error of GraphQL', new GraphQLError('no order', { originalError: failed() })],
])('a failed statement is told without its values: %s', (_how, error) => {
  expect(inspect(error, { depth: 9, showHidden: true })).toContain('secret');
  const told = inspect(withoutValues(error), { depth: 9, showHidden: true });
  expect(told).not.toContain('secret');
  expect(told).toContain('server has gone away');
});

test.each([undefined, 'words', { parameters: 1 }])('what is no error stays: %p', (value) => {
  expect(withoutValues(value)).toBe(value);
});
