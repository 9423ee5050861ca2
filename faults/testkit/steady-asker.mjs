// Posts one query again and again, so many times a second, whether or not those before are answered, until it is told to
// stop. It is a thread of its own, so that what the test does beside it is not taken for slowness of the server.
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { url, cookie, body, perSecond } = workerData;
const agent = new Agent({ keepAlive: true });
const times = [];
const open = new Set();
let failed = 0;

const timer = setInterval(() => {
  const one = ask().finally(() => open.delete(one));
  open.add(one);
}, 1000 / perSecond);

parentPort.once('message', async () => {
  clearInterval(timer);
  await Promise.all(open);
  agent.destroy();
  parentPort.postMessage({ times, failed });
  parentPort.close();
});

function ask() {
  return new Promise((resolve) => {
    const begun = performance.now();
    const fail = () => {
      failed += 1;
      resolve();
    };
    const headers = { 'content-type': 'application/json', cookie };
    const posted = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('error', fail).on('end', () => {
        if (response.statusCode !== 200 || text.includes('"errors"')) return fail();
        times.push(performance.now() - begun);
        resolve();
      });
    });
    posted.on('error', fail);
    posted.end(body);
  });
}
