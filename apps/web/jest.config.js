/** @type {import('jest').Config} */
export default {
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src'],
  maxWorkers: '100%',
  // Machines that run tests are often busy: slow is not wrong.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '\\.css$': '<rootDir>/src/test/css-stub.ts' },
  setupFiles: ['<rootDir>/src/test/browser-stubs.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/test/matchers.ts'],
};
