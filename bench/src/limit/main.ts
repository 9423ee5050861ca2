import { createServer, type IncomingMessage } from 'node:http';
import { MY_ORDERS, ORDER_BY_ID, REPLACE_ITEM } from '../documents.js';
import { myOrders } from './my-orders.js';
import { orderById } from './order-by-id.js';
import { replaceItem } from './replace-item.js';
import { viewerOf } from './session.js';
import { openSql, type Protocol } from './sql.js';

// What the machine and the database allow: the same answers by node:http, mysql2 and JSON.stringify, and nothing else.

const [port, databaseUrl = '', protocol] = process.argv.slice(2);
const sql = openSql(databaseUrl, protocol as Protocol);

/** As much as the server tells of the cost. */
const EXTENSIONS = {
  cost: {
    requestedQueryCost: 1_342,
    actualQueryCost: 443,
    throttleStatus: { maximumAvailable: 999_999_999, currentlyAvailable: 999_999_556, restoreRate: 999_999_999 },
  },
};

async function answer(request: IncomingMessage): Promise<object | undefined> {
  let body = '';
  for await (const text of request.setEncoding('utf8')) body += text;
  const { query, variables } = JSON.parse(body);
  const viewer = await viewerOf(sql.ask, request.headers.cookie);
  if (!viewer) return undefined;
  if (query === MY_ORDERS) return myOrders(sql.ask, viewer, variables);
  if (query === ORDER_BY_ID) return orderById(sql.ask, viewer, variables);
  if (query === REPLACE_ITEM) return replaceItem(sql, viewer, variables);
  return undefined;
}

createServer(async (request, response) => {
  if (request.url === '/readyz') return response.end();
  try {
    const data = await answer(request);
    if (!data) return response.writeHead(400).end();
    const text = JSON.stringify({ data, extensions: EXTENSIONS });
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}).listen(Number(port), '127.0.0.1');
