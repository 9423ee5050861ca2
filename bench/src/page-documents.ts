import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';
import { inRepository } from './machine/places.js';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** The subscription by which the page follows changes, as it sends it. */
export function changesDocument(): string {
  return pageDocument('Changes', [...definitionsIn('live/changes.graphql'), ...orderAndItem()]);
}

/** The question for the items of an order, as the page asks it. */
export function orderItemsDocument(): string {
  return pageDocument('OrderItems', [...definitionsIn('orders/order-items.graphql'), ...orderAndItem()]);
}

function orderAndItem(): DefinitionNode[] {
  return [
    ...definitionsIn('orders/order-card.graphql', 'OrderCard'),
    ...definitionsIn('orders/item-row.graphql', 'ItemRow'),
  ];
}

/** Writes a document as Apollo Client does. Fails unless it is the one that the server knows by that name. */
function pageDocument(name: string, definitions: readonly DefinitionNode[]): string {
  const document = visit(
    { kind: Kind.DOCUMENT, definitions },
    {
      SelectionSet: (node, _key, parent) => {
        const isOperation = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
        return isOperation ? undefined : { ...node, selections: [...node.selections, TYPENAME] };
      },
    },
  );
  const text = print(document);
  const known = JSON.parse(readFileSync(inRepository('apps/web/src/gql/page-documents.json'), 'utf8'));
  if (createHash('sha256').update(text).digest('hex') !== known[name])
    throw new Error(`this is not the page's "${name}":\n${text}`);
  return text;
}

/** The definitions in a file of the page; without a name all of them. */
function definitionsIn(file: string, name?: string): DefinitionNode[] {
  const { definitions } = parse(readFileSync(inRepository(`apps/web/src/${file}`), 'utf8'));
  return definitions.filter((one) => !name || ('name' in one && one.name?.value === name));
}
