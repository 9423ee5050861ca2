import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: { useTypeImports: true, scalars: { DateTime: 'string' }, enumType: 'string-literal' },
    },
    './src/gql/possible-types.ts': { plugins: ['fragment-matcher'] },
  },
};

export default config;
