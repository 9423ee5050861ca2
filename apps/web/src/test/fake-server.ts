import { ApolloLink } from '@apollo/client';
import type { FormattedExecutionResult } from 'graphql';
import { Observable, type Subscriber } from 'rxjs';

type Answer = object | Error;
// biome-ignore lint/suspicious/noExplicitAny: a test knows what it sends and looks at
type Variables = Record<string, any>;
type Resolver = (variables: Variables) => Answer | Promise<Answer>;

/**
 * The server as the page sees it: answers operations by their names (`signIn` for `SignIn`), notes what was asked, and sends live changes.
 * A test gives only the answers it is about, and may change them on the way.
 */
export class FakeServer {
  readonly asked: { operation: string; variables: Variables }[] = [];
  private subscriber: Subscriber<FormattedExecutionResult> | undefined;

  constructor(readonly answers: Record<string, Resolver>) {}

  readonly link = new ApolloLink(
    ({ operationName = '', variables, operationType }) =>
      new Observable((subscriber) => {
        this.asked.push({ operation: operationName, variables });
        if (operationType === 'subscription') {
          this.subscriber = subscriber;
          return;
        }
        void this.answer(operationName, variables).then(
          (answer) => {
            if (answer instanceof Error) subscriber.error(answer);
            else {
              subscriber.next('errors' in answer ? (answer as FormattedExecutionResult) : { data: { ...answer } });
              subscriber.complete();
            }
          },
          (error) => subscriber.error(error),
        );
      }),
  );

  private async answer(operation: string, variables: Variables): Promise<Answer> {
    const resolver = this.answers[operation.charAt(0).toLowerCase() + operation.slice(1)];
    if (!resolver) throw new Error(`the test gives no answer to ${operation}`);
    return resolver(variables);
  }

  variablesOf(operation: string): Variables[] {
    return this.asked.filter((one) => one.operation === operation).map(({ variables }) => variables);
  }

  /** Inputs of the mutation, in the order in which they came. */
  inputsOf(operation: string): Variables[] {
    return this.variablesOf(operation).map(({ input }) => input);
  }

  send(change: object): void {
    this.subscriber?.next({ data: { changes: { __typename: 'Change', ...change } } });
  }

  /** Ends the live changes with an error of the server. */
  fail(result: object): void {
    this.subscriber?.next(result as FormattedExecutionResult);
  }

  drop(): void {
    this.subscriber?.complete();
  }
}

export function graphqlError(code: string): object {
  return { data: null, errors: [{ message: code, extensions: { code } }] };
}

export const unreachable = () => new TypeError('Failed to fetch');
