// A mail server as a process of its own: takes mails, or does what else mail servers do. Told its mood over IPC, it tells
// each mail that it has taken. PORT says where; with TELL=all it tells the whole mail, else only whose it is.
import { SMTPServer } from 'smtp-server';

// biome-ignore lint/style/noProcessEnv: it is a program of its own.
const { PORT, TELL } = process.env;

/**
 * The longest that its yes is on its way after it has kept a mail, in milliseconds: who is killed meanwhile repeats it.
 * None where only heads are told, which is where time is measured.
 */
const SLOWEST_YES_MS = 20;

let mood = 'taking';
let server;
const sockets = new Set();

const says = (responseCode, text) => Object.assign(new Error(text), { responseCode });

function start() {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    // Whoever is not greeted waits.
    onConnect: (_session, done) => (mood === 'silent' ? undefined : done()),
    onRcptTo: (address, _session, done) => {
      if (mood === 'busy') done(says(450, 'mailbox is busy'));
      else if (mood === 'refusing') done(says(550, `there is no ${address.address}`));
      else done();
    },
    onData: (stream, session, done) => {
      const parts = [];
      stream.on('data', (part) => {
        if (mood === 'cutting') for (const socket of sockets) socket.destroy();
        parts.push(part);
      });
      stream.on('end', () => {
        if (mood === 'cutting' || mood === 'hanging') return;
        if (mood === 'busy with mails') return done(says(451, 'no room for it now'));
        if (mood === 'refusing mails') return done(says(554, 'it looks like spam'));
        take(Buffer.concat(parts), session);
        setTimeout(() => done(null, 'kept'), TELL === 'all' ? Math.random() * SLOWEST_YES_MS : 0);
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  return new Promise((resolve) => server.listen(Number(PORT), '127.0.0.1', resolve));
}

function take(raw, { envelope }) {
  const head = raw
    .subarray(0, raw.indexOf('\r\n\r\n'))
    .toString('latin1')
    .replace(/\r\n\s+/g, ' ');
  process.send({
    mail: {
      at: Date.now(),
      to: envelope.rcptTo[0]?.address,
      messageId: /^message-id: *(<[^>]*>)/im.exec(head)?.[1],
      raw: TELL === 'all' ? raw.toString('base64') : '',
    },
  });
}

async function stop() {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}

process.on('message', async ({ wanted }) => {
  // Whoever waits for an answer of the old mood gets none.
  if (mood !== 'taking') for (const socket of sockets) socket.destroy();
  if (mood === 'down' && wanted !== 'down') await start();
  if (mood !== 'down' && wanted === 'down') await stop();
  mood = wanted;
  process.send({ mood });
});

await start();
process.send({ mood });
