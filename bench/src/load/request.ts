import type { Ask, Job } from './job.js';

/** An HTTP request as it is sent, by the load and where the answers are compared. */
export interface HttpRequest {
  readonly method: 'POST';
  readonly path: '/graphql';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function httpRequest(document: Job['document'], { token, variables }: Ask): HttpRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', cookie: `oops_session=${token}` },
    body: JSON.stringify({ query: document, variables }),
  };
}
