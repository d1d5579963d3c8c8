import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
  '@typescript-eslint/await-thenable': 'error',
}

const common = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 14],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Read the environment in server/src/config.' },
  ],
  // A schema and its type share one name on purpose; the compiler checks true redeclarations.
  'no-redeclare': 'off',
  '@typescript-eslint/no-redeclare': 'off',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
  ],
  // `import type` on an injected class erases the metadata that Nest injects by, so no rule asks for it.
  '@typescript-eslint/consistent-type-imports': 'off',
}

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**', 'test/fixtures/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    files: ['server/**/*.ts', 'shared/**/*.ts', 'test/**/*.ts', '*.config.ts'],
    ignores: ['test/unit/client/**'],
    languageOptions: { parserOptions: { project: './tsconfig.json' }, globals: globals.node },
    rules: { ...common, ...typed },
  },
  {
    files: ['client/**/*.{ts,vue}', 'test/unit/client/**/*.ts'],
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser: ts.parser,
        project: './client/tsconfig.json',
        extraFileExtensions: ['.vue'],
      },
      globals: globals.browser,
    },
    rules: {
      ...common,
      ...typed,
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['server/src/config/**', 'test/**', 'client/vite.config.ts', '*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Time and chance come in by the ports of the domain, so that tests can hold them.
    files: ['server/src/**'],
    ignores: ['server/src/config/system-clock.ts', 'server/src/main.ts'],
    rules: {
      'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'performance'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.name='Math'][property.name='random']",
          message: 'Ask the injected Clock or Random.',
        },
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': 'off',
      // A test that measures says its figure.
      'no-console': ['error', { allow: ['info'] }],
    },
  },
  {
    // Whatever fails by chance is kept, and comes again: `holds` sees to it.
    files: ['test/**'],
    ignores: ['test/support/holds.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['assert', 'check', 'sample', 'configureGlobal'].map((property) => ({
          object: 'fc',
          property,
          message: 'Use `holds` of test/support/holds.ts.',
        })),
      ],
      'no-restricted-imports': ['error', { name: 'fast-check', allowImportNames: ['default'] }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': ['error', { allow: ['^typescript$'] }] },
  },
)
