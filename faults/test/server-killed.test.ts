import { setTimeout as pause } from 'node:timers/promises';
import { figure, spread } from '../testkit/figures.js';
import { Inspection } from '../testkit/inspection.js';
import { Load } from '../testkit/load.js';
import { Random } from '../testkit/random.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

const EARLIEST_KILL_MS = 50;
const LATEST_KILL_MS = 800;

/** The longest that one kill, with all that follows, may take. */
const ROUND_MS = 30_000;

describe.each(['SQLite', 'MariaDB'] as const)('on %s', (on) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ on, servers: 1 });
  });

  afterAll(() => stage?.end());

  test(
    `a server that is killed ${SIZE.serverKills} times loses nothing that it has acknowledged, and halves nothing`,
    async () => {
      const random = new Random(`server killed on ${on}`);
      const [server] = stage.servers;
      const load = new Load({ buyers: stage.buyers, operator: stage.operator, random });
      const inspection = await Inspection.begin(stage, load.ledger);
      const { ledger } = load;
      const starts: number[] = [];
      let unknown = 0;
      let doneUnknown = 0;
      for (let round = 1; round <= SIZE.serverKills; round += 1) {
        load.start(5, 4);
        await pause(random.between(EARLIEST_KILL_MS, LATEST_KILL_MS));
        server.expectRunning();
        load.stop();
        await server.kill();
        await load.stopped();

        const began = Date.now();
        await server.startAgain();
        starts.push(Date.now() - began);

        await inspection.look();
        const open = ledger.unknown;
        unknown += open.length;
        doneUnknown += open.filter((entry) => inspection.auditor.isDone(entry)).length;
        await load.settle();
      }
      await inspection.look();
      await inspection.lookAtAll();
      expect(ledger.unknown).toHaveLength(0);
      figure(
        `server killed on ${on}`,
        `${SIZE.serverKills} times; ${ledger.entries.length} mutations, of which ${unknown} got no answer ` +
          `(${doneUnknown} of them had been done); 0 acknowledged lost`,
      );
      figure(`server killed on ${on}: ready again after`, spread(starts, 'ms'));
    },
    60_000 + SIZE.serverKills * ROUND_MS,
  );
});
