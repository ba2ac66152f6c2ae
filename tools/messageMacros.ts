/**
 * Compiles the macros of Lingui, in the few files that import one. The English message stays at its place, compiled like
 * those of a catalog: English needs no catalog, and the browser no compiler.
 */
import { type NodePath, type PluginObj, transformAsync, types } from '@babel/core';
import lingui from '@lingui/babel-plugin-lingui-macro';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

export function messageMacros(): Plugin {
  return {
    name: 'message-macros',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
      async handler(code, id) {
        const [filename = id] = id.split('?');
        const result = await transformAsync(code, {
          filename,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: filename.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
          plugins: [[lingui, { stripMessageField: false }], compiledMessages],
        });
        return { code: result?.code ?? code, map: result?.map ?? null };
      },
    },
  };
}

function compiledMessages(): PluginObj {
  return {
    visitor: { Program: { exit: (program) => program.traverse({ ObjectExpression: compile }) } },
  };
}

function compile({ node }: NodePath<types.ObjectExpression>): void {
  if (!node.leadingComments?.some(({ value }) => value === 'i18n')) return;
  for (const property of node.properties) {
    if (!types.isObjectProperty(property)) continue;
    if (!types.isIdentifier(property.key, { name: 'message' })) continue;
    if (!types.isStringLiteral(property.value)) continue;
    const compiled = JSON.stringify(compileMessage(property.value.value));
    property.value = types.valueToNode(JSON.parse(compiled));
  }
}
