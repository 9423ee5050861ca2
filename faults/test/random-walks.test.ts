import fc from 'fast-check';
import { SEED } from '../testkit/environment.js';
import { figure } from '../testkit/figures.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';
import { steps } from '../walks/commands.js';
import { Model, viewOf } from '../walks/model.js';
import { World } from '../walks/world.js';

/** At most; how long each is is random too. */
const STEPS_A_WALK = 300;

describe.each(['SQLite', 'MariaDB'] as const)('on %s', (on) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ on, servers: on === 'SQLite' ? 1 : 2 });
  });

  afterAll(() => stage.end());

  test('buyers and operators who do anything in any order find the API as the model says, and the feed rebuilds it', async () => {
    const made = { calls: 0, answers: new Map<string, number>() };
    await fc.assert(
      fc.asyncProperty(fc.commands([steps], { maxCommands: STEPS_A_WALK, size: 'max' }), async (walk) => {
        const [model, world] = [new Model(), await World.begin(stage)];
        await fc.asyncModelRun(() => ({ model, real: world }), walk);
        const replayed = await world.replay();
        expect(replayed.size).toBe(model.orders.length);
        for (const [place, order] of model.orders.entries()) {
          const { id, itemIds } = world.idsAt(place);
          const { closed, items } = replayed.get(id) ?? { closed: undefined, items: new Map() };
          expect(closed).toBe(order.closed);
          expect(itemIds.map((itemId) => items.get(itemId))).toEqual(viewOf(order).items);
        }
        for (const answer of world.answers) made.answers.set(answer, (made.answers.get(answer) ?? 0) + 1);
        made.calls += world.answers.length;
      }),
      { numRuns: SIZE.walks, seed: SEED },
    );
    const answers = [...made.answers].map(([answer, count]) => `${count} ${answer}`);
    figure(`Random walks on ${on}`, `${made.calls} calls in ${SIZE.walks} walks agreed with the model`);
    figure(`Random walks on ${on}, what was answered`, answers.sort().join(', '));
  });
});
