import { type MessageDescriptor, setupI18n } from '@lingui/core';
import { i18n } from '@/i18n/i18n';
import { SOURCE_LANGUAGE } from '@/i18n/languages';
import type { ExportFormat } from './table';

/** Puts a message into words. */
export type Words = (message: MessageDescriptor) => string;

const english = setupI18n();
english.loadAndActivate({ locale: SOURCE_LANGUAGE, messages: {} });

export const inEnglish: Words = (message) => english._(message);
export const inLanguageOfNow: Words = (message) => i18n._(message);

/** People read a file in their language; programs find the same names in it whatever the language. */
export function wordsFor(format: ExportFormat): Words {
  return format === 'json' ? inEnglish : inLanguageOfNow;
}
