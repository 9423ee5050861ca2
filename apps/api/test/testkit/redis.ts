/** The Redis that tests may use. Without one, what is about several servers is left out. */
export const redisUrl = process.env.TEST_REDIS_URL;

if (process.env.CI && !redisUrl) throw new Error('In CI set TEST_REDIS_URL, e.g. redis://127.0.0.1:6379');
