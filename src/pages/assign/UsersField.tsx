import { Plural, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { UserSearch } from '@/components/person/UserSearch';
import { Section } from '@/components/section/Section';
import { displayName } from '@/model/people';
import type { AssignDraft } from './assignDraft';
import { PasteResult } from './PasteResult';
import type { ChosenUsers } from './useChosenUsers';

interface UsersFieldProps {
  draft: AssignDraft;
  onChange: (change: Partial<AssignDraft>) => void;
  chosen: ChosenUsers;
  error: string | undefined;
}

/** Whom the change is for: the selection of the matrix, users found one by one, and users pasted. */
export function UsersField({ draft, onChange, chosen, error }: UsersFieldProps) {
  const { t } = useLingui();
  const { index, selectedCount } = chosen;
  const count = chosen.userIds.length;

  return (
    <Section
      title={t`Users`}
      actions={
        <Typography variant="body2" role="status">
          <Plural value={count} one="# user chosen" other="# users chosen" />
        </Typography>
      }
    >
      <Stack sx={{ gap: 2 }}>
        {selectedCount > 0 && (
          <FormControlLabel
            control={
              <Checkbox
                checked={draft.useSelection}
                onChange={(_, useSelection) => onChange({ useSelection })}
              />
            }
            label={
              <Plural
                value={selectedCount}
                one="The # user selected in Assignments"
                other="The # users selected in Assignments"
              />
            }
          />
        )}
        <UserSearch
          label={t`Find users`}
          insteadOfSearch={t`You can paste them.`}
          onFound={(userId) => onChange({ userIds: [...new Set([...draft.userIds, userId])] })}
        />
        {draft.userIds.length > 0 && (
          <Box
            component="ul"
            aria-label={t`Users found`}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, m: 0, p: 0, listStyle: 'none' }}
          >
            {draft.userIds.map((userId) => {
              const name = displayName(index.userOf(userId), userId);
              return (
                <li key={userId}>
                  <Chip
                    label={<span dir="auto">{name}</span>}
                    sx={{ maxWidth: '20rem' }}
                    onDelete={() =>
                      onChange({ userIds: draft.userIds.filter((id) => id !== userId) })
                    }
                  />
                </li>
              );
            })}
          </Box>
        )}
        <TextField
          label={t`Paste users`}
          multiline
          minRows={2}
          maxRows={8}
          value={draft.pasted}
          onChange={(event) => onChange({ pasted: event.target.value })}
          helperText={t`Ids, emails or names, one a line`}
          slotProps={{ htmlInput: { spellCheck: false } }}
        />
        {draft.pasted.trim() !== '' && (
          <PasteResult
            chosen={chosen}
            picked={draft.picked}
            onPick={(text, userId) => onChange({ picked: withPick(draft.picked, text, userId) })}
          />
        )}
        {error && (
          <FormHelperText error role="alert">
            {error}
          </FormHelperText>
        )}
      </Stack>
    </Section>
  );
}

function withPick(
  picked: Readonly<Record<string, string>>,
  text: string,
  userId: string,
): Record<string, string> {
  const { [text]: _before, ...others } = picked;
  return userId === '' ? others : { ...others, [text]: userId };
}
