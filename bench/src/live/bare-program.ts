import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// What a broadcast takes that knows nothing: the same bytes to each socket, by `ws` and nothing else.

const sockets = new WebSocketServer({ noServer: true });

/** Sends the body of a request to all sockets, and answers with when it began. */
const server = createServer(async (request, response) => {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  const begun = performance.timeOrigin + performance.now();
  if (text) for (const socket of sockets.clients) socket.send(text);
  response.end(String(begun));
});

server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
