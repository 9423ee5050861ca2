import type { Question } from './first-questions';

const asked = new Map<string, Promise<Response>>();

function nameOf({ operationName, variables, query }: Question): string {
  return JSON.stringify([operationName, variables, query]);
}

const send = (question: Question) =>
  fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    // As Apollo Client says it.
    headers: { accept: 'application/graphql-response+json,application/json;q=0.9', 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });

/**
 * Sends questions before there is a client that could ask them. Each waits for the answer to the one before: where the
 * feed of changes ends has to be read before the orders, or a change between the two would never be shown.
 */
export function askEarly(questions: readonly Question[]): void {
  let before: Promise<unknown> = Promise.resolve();
  for (const question of questions) {
    const answer = before.then(() => send(question));
    // Whoever takes the answer hears of it.
    answer.catch(() => {});
    asked.set(nameOf(question), answer);
    before = answer;
  }
}

/** From now on all is asked anew. An answer that nobody took ages: what has changed since would never be shown. */
export function forgetEarlyAnswers(): void {
  asked.clear();
}

/** Like `fetch`; but what was asked early, and came, is not asked again, once. */
export const fetchUnlessAsked: typeof fetch = (input, init) => {
  const name = asked.size > 0 && typeof init?.body === 'string' ? nameOf(JSON.parse(init.body)) : '';
  const early = asked.get(name);
  asked.delete(name);
  const ask = () => fetch(input, init);
  return early?.catch(ask) ?? ask();
};
