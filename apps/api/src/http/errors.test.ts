import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { maskError } from './errors.js';

const STACK = ['Error: x', '    at place (/srv/oops/apps/api/src/orders/place-order.ts:31:7)'];

/** What a client is answered, and what is logged. */
function masked(formatted: GraphQLFormattedError, error: unknown = new Error(formatted.message)) {
  const logged: unknown[] = [];
  const answer = maskError(formatted, error, (cause) => logged.push(cause));
  return { answer, logged };
}

describe('what a client caused', () => {
  test.each([
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'BAD_USER_INPUT',
    'INVALID_CURSOR',
    'NOT_FOUND',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'TOO_MANY_OPERATIONS',
    'SUBSCRIPTIONS_ONLY',
  ])('is told with its message, place and code %s, and is not logged', (code) => {
    const told = { message: 'Say what to do.', locations: [{ line: 1, column: 3 }], path: ['orders'] };
    const { answer, logged } = masked({ ...told, extensions: { code, argument: 'after' } });
    expect(answer).toEqual({ ...told, extensions: { code, argument: 'after' } });
    expect(logged).toEqual([]);
  });

  test('is told without a stack', () => {
    const { answer } = masked({ message: 'x', extensions: { code: 'BAD_USER_INPUT', stacktrace: STACK } });
    expect(answer.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });
});

describe('a bug or an outage', () => {
  const SQL = 'SELECT `c`.`passwordHash` FROM `account` `c` WHERE `c`.`email` = ?';
  const outage = new QueryFailedError(SQL, ['bea@example.com'], new Error('connect ECONNREFUSED 10.0.0.7:3306'));
  const error = new GraphQLError(outage.message, { originalError: outage, path: ['orders', 0, 'items'] });

  test('is answered with one sentence, a code and the place, and nothing else', () => {
    const { answer } = masked(
      {
        ...error.toJSON(),
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: STACK, query: SQL, parameters: ['bea@example.com'] },
      },
      error,
    );
    expect(answer).toEqual({
      message: 'Something went wrong on our side. Please try again.',
      path: ['orders', 0, 'items'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(JSON.stringify(answer)).not.toMatch(/select|account|bea@|ECONNREFUSED|10\.0\.0\.7|place-order|\.ts/i);
  });

  test('is logged once, whole', () => {
    expect(masked(error.toJSON(), error).logged).toEqual([error]);
  });

  test.each<[string, GraphQLFormattedError]>([
    ['without extensions', { message: 'secret' }],
    ['with extensions but no code', { message: 'secret', extensions: {} }],
    ['with a code that nobody expects', { message: 'secret', extensions: { code: 'ER_LOCK_DEADLOCK' } }],
    ['with a code in lower case', { message: 'secret', extensions: { code: 'bad_user_input' } }],
    ['with a code that is no text', { message: 'secret', extensions: { code: ['BAD_USER_INPUT'] } }],
  ])('is masked and logged %s', (_what, formatted) => {
    const { answer, logged } = masked(formatted);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(answer.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(logged).toHaveLength(1);
  });
});
