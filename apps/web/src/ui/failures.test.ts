import { ServerError } from '@apollo/client/errors';
import { mayHaveArrived } from './failures';

function httpAnswer(statusCode: number): ServerError {
  const response = { status: statusCode } as Response;
  return new ServerError('no GraphQL answer', { response, bodyText: '' });
}

describe('whether what was sent may have been done', () => {
  it.each([
    ['no answer', new TypeError('Failed to fetch'), true],
    ['a gateway that gave up', httpAnswer(504), true],
    ['an outage', httpAnswer(503), true],
    ['a refusal at the door', httpAnswer(413), false],
    ['too many requests', httpAnswer(429), false],
  ])('after %s', (_, error, expected) => {
    expect(mayHaveArrived(error)).toBe(expected);
  });
});
