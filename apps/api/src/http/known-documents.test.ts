import { Kind, parse } from 'graphql';
import { createSchema } from '../schema.js';
import { KnownDocuments } from './known-documents.js';

const schema = createSchema();

function known(text: string, documents = new KnownDocuments(schema)) {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  documents.add(text, null, document, operation);
  const added = documents.get(text, null);
  if (!added) throw new Error('not kept');
  return added;
}

const fields = Array.from({ length: 320 }, () => 'id').join(' ');
const setLanguage = (type: string, value: string) => `mutation ($mails: ${type}) {
  changeMailSettings(input: { orderMails: ${value}, language: EN }) { __typename }
}`;

describe('a document that is known', () => {
  test.each([
    ['a plain query', '{ viewer { id name } }'],
    ['fragments', '{ viewer { ...F } } fragment F on Account { id name }'],
    ['a variable in an input', setLanguage('OrderMails!', '$mails')],
    ['a variable with a default beside it', 'query ($n: Int = 3) { orders(first: $n) { edges { cursor } } }'],
  ])('is compiled with %s', (_what, text) => {
    expect(known(text).compiled()).toBeDefined();
  });

  test.each([
    ['a condition', 'query ($full: Boolean!) { viewer { id name @include(if: $full) } }'],
    ['a condition on what it does not run', 'query A { viewer { id } } query B { viewer { id @skip(if: true) } }'],
    ['a default in an input', setLanguage('OrderMails = NONE', '$mails')],
    ['a default in a list', 'query ($s: ItemStatus = OOS) { orders(filter: { statuses: [$s] }) { edges { cursor } } }'],
    ['more than is worth it', `{ viewer { ${fields} } }`],
    ['more than is worth it once it is written out', `{ viewer { ...F } } fragment F on Account { ${fields} }`],
  ])('is left to graphql-js with %s', (_what, text) => {
    expect(known(text).compiled()).toBeUndefined();
  });

  test('makes room by what all of its operations come to', () => {
    const documents = new KnownDocuments(schema);
    const large = (at: number) =>
      `${Array.from({ length: 90 }, (_, one) => `query Q${one}_${at} { viewer { ...F } }`).join(' ')}
      fragment F on Account { ${Array.from({ length: 100 }, () => 'id').join(' ')} }`;
    const texts = Array.from({ length: 10 }, (_, at) => large(at));
    for (const text of texts) known(text, documents);
    expect(texts.filter((text) => documents.has(text))).toEqual(texts.slice(-5));
  });
});
