// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type CatalogMessage, catalogProblems } from '../../../tools/catalogProblems';

const problems = (message: string, found: CatalogMessage | undefined) =>
  catalogProblems({ id1: { message } }, found ? { id1: found } : {});

describe('a catalog', () => {
  it('is complete with every message translated', () => {
    expect(problems('Sign in', { translation: 'Anmelden' })).toEqual([]);
  });

  it('lacks a message that nobody brought in, and one that nobody translated', () => {
    expect(problems('Sign in', undefined)).toEqual(['not in the catalog: Sign in']);
    expect(problems('Sign in', { translation: '' })).toEqual(['not translated: Sign in']);
  });

  it('has a message too many when the source says it no longer', () => {
    expect(catalogProblems({}, { id1: { message: 'Old', translation: 'Alt' } })).toEqual([
      'no longer in the source: Old',
    ]);
  });

  it.each([
    ['Page: {title}', 'Seite: {titel}'],
    ['Read <0>the page</0>', 'Die Seite lesen'],
    ['Read <0/>', 'Lies <1/>'],
    ['{n, plural, one {# user} other {# users of {all}}}', '{n, plural, other {# Benutzer}}'],
  ])('must fill in what the source fills in: %s, not %s', (message, translation) => {
    expect(problems(message, { translation })).toHaveLength(1);
  });

  it.each([
    ['{a} of {b}', '{b} 件中 {a} 件'],
    ['{n, plural, one {# user} other {# users}}', '{n, plural, other {#人}}'],
    ['<0>a</0> and <1>b</1>', '<1>b</1>、<0>a</0>'],
  ])('may order and count in its own way: %s, %s', (message, translation) => {
    expect(problems(message, { translation })).toEqual([]);
  });

  it('is told when a translation cannot be read at all', () => {
    expect(problems('{n, plural, other {#}}', { translation: '{n, plural, other {#}' })[0]).toMatch(
      /^cannot be read/,
    );
  });
});
