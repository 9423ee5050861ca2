import type { Context } from '../context.js';
import { type CostReport, charge, chargeAgain } from '../costs/charge.js';
import { AnswerMemory } from './answer-memory.js';
import type { KnownDocuments } from './known-documents.js';
import type { PlainRequest } from './plain-request.js';

/**
 * Answers queries of known documents without Apollo Server: from memory, or by the function that was compiled of them,
 * some times faster than graphql-js walks them. Whatever comes to an error of any kind is left to Apollo Server, which
 * runs it again and words the error; queries change nothing, so that does no harm.
 */
export class FastLane {
  private readonly memory = new AnswerMemory();

  constructor(private readonly documents: KnownDocuments) {}

  /** The body of the answer; undefined where Apollo Server is to give it. */
  async answer(asked: PlainRequest, context: Context): Promise<Buffer | undefined> {
    const remembered = this.memory.recall(asked, context);
    if (remembered) {
      const cost = await chargeAgain(remembered.cost, context);
      return cost && Buffer.concat([Buffer.from(BEGINNING), remembered.data, Buffer.from(endingWith(cost))]);
    }
    return this.run(asked, context);
  }

  private async run(asked: PlainRequest, context: Context): Promise<Buffer | undefined> {
    const known = this.documents.get(asked.query, asked.operationName);
    const compiled = known?.compiled();
    if (!known || !compiled) return undefined;
    const { document, operation } = known;
    const { variables } = asked;
    const paid = await charge({ schema: this.documents.schema, document, operation, variables }, context).catch(
      () => {},
    );
    if (!paid) return undefined;
    context.operation.fields = paid.cost.fields;
    const result = await compiled.query(undefined, context, variables);
    if (!('data' in result) || result.errors) {
      await paid.giveBack();
      return undefined;
    }
    const cost = await paid.settle(result.data);
    const ending = endingWith(cost);
    const body = Buffer.from(`${BEGINNING}${JSON.stringify(result.data)}${ending}`);
    const data = body.subarray(BEGINNING.length, -ending.length);
    this.memory.remember(asked, context, { data, cost });
    return body;
  }
}

const BEGINNING = '{"data":';

/** What follows the data, in ASCII. */
function endingWith(cost: CostReport): string {
  return `,"extensions":${JSON.stringify({ cost })}}\n`;
}
