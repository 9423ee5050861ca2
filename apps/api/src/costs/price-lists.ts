import { Kind, type OperationDefinitionNode } from 'graphql';
import type { Asked } from './charge.js';
import { checkSize } from './limits.js';
import { type OperationCost, operationCost } from './operation-cost.js';

/** The prices of an operation, by the page sizes that its variables say. */
interface PriceList {
  readonly sizeVariables: ReadonlySet<string>;
  readonly prices: Map<string, OperationCost>;
}

/** Those worked out so far, for as long as the documents themselves are remembered. */
const priceLists = new WeakMap<OperationDefinitionNode, PriceList>();

/** The most combinations of page sizes that an operation's prices are kept for. */
const MAX_PRICES = 200;

/**
 * What an operation may cost. Documents come again and again, and of their variables only page sizes count, so it is
 * mostly known.
 * @param variables their values, with defaults
 * @throws QueryTooComplex
 */
export function priceOf(
  { schema, document, operation }: Asked,
  variables: Readonly<Record<string, unknown>>,
): OperationCost {
  const list = priceLists.get(operation);
  const known = list?.prices.get(sizesIn(variables, list.sizeVariables));
  if (known) return known;
  checkSize(document);
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const price = operationCost({ schema, operation, fragments, variables });
  const { sizeVariables } = price;
  const { prices } = list ?? { prices: new Map<string, OperationCost>() };
  if (prices.size >= MAX_PRICES) prices.clear();
  prices.set(sizesIn(variables, sizeVariables), price);
  priceLists.set(operation, { sizeVariables, prices });
  return price;
}

function sizesIn(variables: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): string {
  let sizes = '';
  for (const name of names) sizes += `${variables[name]} `;
  return sizes;
}
