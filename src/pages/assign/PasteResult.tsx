import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { formatNumber } from '@/i18n/formats';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { ResolvedLine } from '@/model/resolveUsers';
import { describeUser } from './describeUser';
import type { ChosenUsers } from './useChosenUsers';

interface PasteResultProps {
  chosen: ChosenUsers;
  picked: Readonly<Record<string, string>>;
  onPick: (text: string, userId: string) => void;
}

/** Says what became of every pasted line: matched, matching nobody, or matching several. */
export function PasteResult({ chosen, picked, onPick }: PasteResultProps) {
  const { t } = useLingui();
  const { pasted, index, everybodyKnown, isArriving } = chosen;
  const { userIds, unmatched, ambiguous, uncertain, contradictions, repeated } = pasted;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="body2" role="status">
        <Plural value={userIds.length} one="# user matched" other="# users matched" />
        {repeated > 0 && (
          <Plural
            value={repeated}
            one=", # repetition passed over"
            other=", # repetitions passed over"
          />
        )}
        {isArriving && <Trans>. Users are still being loaded; more may match.</Trans>}
      </Typography>
      {unmatched.length > 0 && (
        <Alert severity={everybodyKnown ? 'warning' : 'info'}>
          <Lines
            title={plural(unmatched.length, {
              one: '# line matches nobody and will be left out',
              other: '# lines match nobody and will be left out',
            })}
            lines={unmatched}
          />
        </Alert>
      )}
      {ambiguous.length > 0 && (
        <Choices
          title={plural(ambiguous.length, {
            one: '# line matches several users. Choose the one you mean; without a choice the line is left out.',
            other:
              '# lines match several users. Choose the one you mean; without a choice the line is left out.',
          })}
          lines={ambiguous}
          {...{ index, picked, onPick }}
        />
      )}
      {uncertain.length > 0 && (
        <Choices
          title={plural(uncertain.length, {
            one: '# name is not certain: not every user has been read, and another may have it too. Choose the user you mean; without a choice the line is left out.',
            other:
              '# names are not certain: not every user has been read, and others may have them too. Choose the users you mean; without a choice the lines are left out.',
          })}
          lines={uncertain}
          {...{ index, picked, onPick }}
        />
      )}
      {contradictions.length > 0 && (
        <Alert severity="warning">
          <Lines
            title={plural(contradictions.length, {
              one: '# line also names another user; the id or email decided',
              other: '# lines also name another user; the id or email decided',
            })}
            lines={contradictions.map(({ line, text, userId }) => {
              const taken = describeUser(userId, index);
              return { line, text: t`${taken} was taken, not ${text}` };
            })}
          />
        </Alert>
      )}
    </Box>
  );
}

const SHOWN_AT_FIRST = 20;

interface ChoicesProps extends Pick<PasteResultProps, 'picked' | 'onPick'> {
  title: string;
  lines: readonly ResolvedLine[];
  index: OrganizationIndex;
}

function Choices({ title, lines, index, picked, onPick }: ChoicesProps) {
  const more = formatNumber(lines.length - SHOWN_AT_FIRST);
  return (
    <Alert severity="warning">
      <Typography variant="body2">{title}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5, mt: 1.5 }}>
        {lines.slice(0, SHOWN_AT_FIRST).map((line) => (
          <Choice
            key={line.text}
            line={line}
            index={index}
            value={picked[line.text] ?? ''}
            onPick={onPick}
          />
        ))}
        {lines.length > SHOWN_AT_FIRST && (
          <Trans>… and {more} more. Use ids or emails for these.</Trans>
        )}
      </Box>
    </Alert>
  );
}

interface ChoiceProps {
  line: ResolvedLine;
  index: OrganizationIndex;
  value: string;
  onPick: (text: string, userId: string) => void;
}

function Choice({ line, index, value, onPick }: ChoiceProps) {
  const { t } = useLingui();
  const { line: number, text } = line;
  return (
    <TextField
      select
      size="small"
      label={t`Line ${number}: ${text}`}
      value={value}
      onChange={(event) => onPick(line.text, event.target.value)}
    >
      <MenuItem value="">
        <em>
          <Trans>Leave out</Trans>
        </em>
      </MenuItem>
      {line.userIds.map((userId) => (
        <MenuItem key={userId} value={userId}>
          {describeUser(userId, index)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface LinesProps {
  title: string;
  lines: readonly Pick<ResolvedLine, 'line' | 'text'>[];
}

function Lines({ title, lines }: LinesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? lines.slice(0, 1_000) : lines.slice(0, SHOWN_AT_FIRST);
  const more = formatNumber(lines.length - shown.length);
  return (
    <>
      <Typography variant="body2">{title}</Typography>
      <Box
        component="ul"
        sx={{
          m: 0,
          paddingInlineStart: 2.5,
          maxHeight: 240,
          overflow: 'auto',
          overflowWrap: 'anywhere',
        }}
      >
        {shown.map(({ line, text }) => (
          <li key={`${line} ${text}`}>
            <Trans>
              Line {line}: {text}
            </Trans>
          </li>
        ))}
      </Box>
      {lines.length > shown.length && !all && (
        <Button size="small" color="inherit" onClick={() => setAll(true)}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {all && lines.length > shown.length && <Trans>… and {more} more</Trans>}
    </>
  );
}
