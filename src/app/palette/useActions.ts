import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useColorScheme } from '@mui/material/styles';
import { useNavigate } from 'react-router';
import { useApi } from '@/api/ApiProvider';
import { useReadOnly } from '@/api/useReadOnly';
import { useAuthActions, useSession } from '@/auth/AuthProvider';
import { LANGUAGES } from '@/i18n/languages';
import { useLanguageChoice } from '@/i18n/useLanguage';
import {
  useOrganizationStore,
  useSelectionStore,
  useStagedStore,
} from '@/organization/OrganizationProvider';
import { COLOR_MODES } from '../theme/colorModes';
import { useTools } from '../tools/ToolsProvider';
import type { Entry } from './entries';

type Action = Omit<Entry, 'group'>;

/** What can be done from any page, as things stand when the palette opens. */
export function useActions(): Entry[] {
  const actions = [
    ...useChanges(),
    ...useTakeAways(),
    ...useLooks(),
    ...useHelp(),
    ...useSignOut(),
  ];
  return actions.map((action) => ({ ...action, group: 'actions' }));
}

/** Nothing of it is offered in a read-only console. */
function useChanges(): Action[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const selected = useSelectionStore().getSnapshot().count;
  const staged = useStagedStore().getSnapshot().size;
  if (useReadOnly() !== 'no') return [];
  const assign: Action = {
    id: 'assign',
    label: t`Assign licenses`,
    detail:
      selected > 0
        ? t`${plural(selected, { one: 'To # selected user', other: 'To # selected users' })}`
        : undefined,
    run: () => void navigate('/assign'),
  };
  const review: Action = {
    id: 'review',
    label: t`Review staged changes`,
    detail: t`${plural(staged, { one: '# change', other: '# changes' })}`,
    run: () => void navigate('/assign?from=matrix'),
  };
  return staged > 0 ? [assign, review] : [assign];
}

function useTakeAways(): Action[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const organization = useOrganizationStore();
  return [
    {
      id: 'snapshot',
      label: t`New snapshot`,
      detail: t`Opens the snapshots of the audit`,
      run: () => void navigate('/audit?tab=snapshots'),
    },
    {
      id: 'export',
      label: t`Export who holds what`,
      detail: t`Opens the audit, which has CSV and XLSX`,
      run: () => void navigate('/audit'),
    },
    {
      id: 'refresh',
      label: t`Read the organization anew`,
      run: () => {
        // Which page shows it would be left to chance.
        void navigate('/assignments');
        organization.refresh();
      },
    },
  ];
}

function useLooks(): Action[] {
  const { t } = useLingui();
  const { mode: chosen, setMode } = useColorScheme();
  const { language: shown, choose } = useLanguageChoice();
  const themes = COLOR_MODES.filter(({ mode }) => mode !== chosen).map(
    ({ mode, label }): Action => {
      const theme = t(label);
      return { id: `theme:${mode}`, label: t`Theme: ${theme}`, run: () => setMode(mode) };
    },
  );
  const languages = LANGUAGES.filter(({ language }) => language !== shown).map(
    ({ language, name }): Action => ({
      id: `language:${language}`,
      label: t`Language: ${name}`,
      run: () => void choose(language),
    }),
  );
  return [...themes, ...languages];
}

function useHelp(): Action[] {
  const { t } = useLingui();
  const { show, startTour } = useTools();
  const isDemo = useSession().kind === 'demo';
  const shortcuts: Action = {
    id: 'shortcuts',
    label: t`Keyboard shortcuts`,
    run: () => show('shortcuts'),
  };
  const tour: Action = { id: 'tour', label: t`Tour of the demo`, run: startTour };
  return isDemo ? [shortcuts, tour] : [shortcuts];
}

function useSignOut(): Action[] {
  const { t } = useLingui();
  const { readOnly } = useApi();
  const state = useReadOnly();
  const { signOut } = useAuthActions();
  const isOAuth = useSession().kind === 'oauth';
  const actions: Action[] = [
    { id: 'sign-out', label: t`Sign out`, run: () => void signOut({ everywhere: false }) },
  ];
  if (isOAuth) {
    actions.push({
      id: 'sign-out-everywhere',
      label: t`Sign out of Genesys Cloud too`,
      run: () => void signOut({ everywhere: true }),
    });
  }
  if (state !== 'configured') {
    actions.unshift({
      id: 'read-only',
      label: state === 'no' ? t`Read-only mode` : t`Leave read-only mode`,
      run: () => readOnly.choose(state === 'no'),
    });
  }
  return actions;
}
