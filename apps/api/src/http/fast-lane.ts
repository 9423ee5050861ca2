import { Kind } from 'graphql';
import type { Context } from '../context.js';
import { type CostReport, charge, chargeAgain } from '../costs/charge.js';
import { AnswerMemory, type Place, type RememberedAnswer } from './answer-memory.js';
import { tooLarge } from './answer-size.js';
import { beginOperation } from './begin-operation.js';
import type { KnownDocuments, KnownOperation } from './known-documents.js';
import type { PlainRequest } from './plain-request.js';
import { utf8Of } from './utf8.js';

const BEGINNING = '{"data":';

/** The most bytes that follow the data: numbers, and what they are. */
const MOST_OF_ENDING = 500;

/**
 * Answers known documents without Apollo Server: from memory, or by the function that was compiled of them, some times
 * faster than graphql-js walks them. Whatever comes to an error of any kind is left to Apollo Server, which runs it again
 * and words the error. That does no harm: queries change nothing, and no mutation is done again (`graphql/done-once.ts`).
 */
export class FastLane {
  private readonly memory = new AnswerMemory();

  constructor(private readonly documents: KnownDocuments) {}

  /** The body of the answer; undefined where Apollo Server is to give it. */
  async answer(asked: PlainRequest, context: Context): Promise<Buffer | undefined> {
    const operation = this.documents.get(asked.query, asked.operationName);
    if (!operation || mayBeSeveralMutations(operation)) return undefined;
    if (operation.operation.operation === 'mutation') return this.run(operation, asked.variables, context);
    const place = this.memory.placeOf(operation, asked.variables, context);
    if (!place?.answer) return this.run(operation, asked.variables, context, place);
    return answerAgain(place.answer, context);
  }

  private async run(
    { document, operation, compiled }: KnownOperation,
    variables: PlainRequest['variables'],
    context: Context,
    place?: Place,
  ): Promise<Buffer | undefined> {
    const { schema } = this.documents;
    // Looks at the variables by graphql-js: graphql-jit would take a list for an object.
    const paid = await charge({ schema, document, operation, variables }, context).catch(() => undefined);
    if (!paid) return undefined;
    const run = compiled();
    if (!run) {
      context.operation.paid = paid;
      return undefined;
    }
    const { fields } = paid.cost;
    const result = await beginOperation(context, fields).then(
      () => run.query(undefined, context, variables),
      () => undefined,
    );
    if (!result || !('data' in result) || result.errors) {
      // Given back, somebody else might have it, and a mutation that was done would be answered with THROTTLED.
      context.operation.paid = paid;
      return undefined;
    }
    const cost = await paid.settle(result.data);
    const refusal = tooLarge(result.data, cost.actualQueryCost);
    if (refusal) return utf8Of(`${JSON.stringify({ errors: [refusal], data: null, extensions: { cost } })}\n`);
    const ending = endingWith(cost);
    const body = utf8Of(`${BEGINNING}${JSON.stringify(result.data)}${ending}`);
    if (place?.isAskedAgain) {
      const data = body.subarray(BEGINNING.length, -ending.length);
      this.memory.remember(place, fields, { data, cost });
    }
    return body;
  }
}

async function answerAgain({ data, cost }: RememberedAnswer, context: Context): Promise<Buffer | undefined> {
  const end = BEGINNING.length + data.length;
  const body = Buffer.allocUnsafe(end + MOST_OF_ENDING);
  body.write(BEGINNING);
  // At once: while one waits, another answer may be remembered in its place.
  body.set(data, BEGINNING.length);
  const paid = await chargeAgain(cost, context);
  return paid && body.subarray(0, end + body.write(endingWith(paid), end));
}

/** After an error that the whole answer falls with, graphql-jit goes on to the next mutation, and graphql-js does not. */
function mayBeSeveralMutations({ operation: { operation, selectionSet } }: KnownOperation): boolean {
  const [first, ...others] = selectionSet.selections;
  return operation === 'mutation' && (others.length > 0 || first?.kind !== Kind.FIELD);
}

/** What follows the data, in ASCII. */
function endingWith(cost: CostReport): string {
  return `,"extensions":${JSON.stringify({ cost })}}\n`;
}
