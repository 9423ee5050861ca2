import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { failureWord, mayHaveArrived } from './failures';

function httpAnswer(statusCode: number): ServerError {
  const response = { status: statusCode } as Response;
  return new ServerError('no GraphQL answer', { response, bodyText: '' });
}

function refused(code: string): CombinedGraphQLErrors {
  return new CombinedGraphQLErrors({ data: null, errors: [{ message: code, extensions: { code } }] });
}

describe('whether what was sent may have been done', () => {
  it.each([
    ['no answer', new TypeError('Failed to fetch'), true],
    ['a gateway that gave up', httpAnswer(504), true],
    ['an outage', httpAnswer(503), true],
    ['a refusal at the door', httpAnswer(413), false],
    ['too many requests', httpAnswer(429), false],
    ['a used-up budget', refused('THROTTLED'), false],
  ])('after %s', (_, error, expected) => {
    expect(mayHaveArrived(error)).toBe(expected);
  });
});

describe('the words for a failure', () => {
  it.each([
    ['no answer', new TypeError('Failed to fetch'), 'offlineError'],
    ['a gateway that gave up', httpAnswer(504), 'offlineError'],
    ['too many requests for a proxy', httpAnswer(429), 'throttledError'],
    ['a used-up budget', refused('THROTTLED'), 'throttledError'],
    ['a server of another release', refused('DOCUMENT_NOT_KNOWN'), 'outdatedPage'],
    ['a fault of the server', refused('INTERNAL_SERVER_ERROR'), 'unexpectedError'],
  ])('after %s', (_, error, expected) => {
    expect(failureWord(error)).toBe(expected);
  });
});
