import { i18n } from '@lingui/core';
import { SOURCE_LANGUAGE } from './languages';

// English is in the source, as the macros leave it there: without a catalog, messages are shown as they are written.
i18n.loadAndActivate({ locale: SOURCE_LANGUAGE, messages: {} });

export { i18n };
