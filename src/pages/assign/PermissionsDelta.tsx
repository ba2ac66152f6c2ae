import { Plural, Trans, useLingui } from '@lingui/react/macro';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatNumber } from '@/i18n/formats';
import type { PermissionChange, PermissionChanges } from '@/model/permissionChanges';

/** Which permissions the plan gives and takes. */
export function PermissionsDelta({ gained, lost }: PermissionChanges) {
  const { t } = useLingui();
  if (gained.length === 0 && lost.length === 0) return null;
  const lostCount = formatNumber(lost.length);
  return (
    <Accordion disableGutters variant="outlined">
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Plural
          value={gained.length}
          one={`# permission gained, ${lostCount} lost`}
          other={`# permissions gained, ${lostCount} lost`}
        />
      </AccordionSummary>
      <AccordionDetails
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, minWidth: 0 }}
      >
        <PermissionList title={t`Gained`} permissions={gained} />
        <PermissionList title={t`Lost`} permissions={lost} />
      </AccordionDetails>
    </Accordion>
  );
}

interface PermissionListProps {
  title: string;
  permissions: readonly PermissionChange[];
}

function PermissionList({ title, permissions }: PermissionListProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="h3" variant="subtitle2">
        {title}
      </Typography>
      {permissions.length === 0 ? (
        <Typography variant="body2">
          <Trans>None</Trans>
        </Typography>
      ) : (
        <Box
          component="ul"
          // A list that scrolls must be reachable by keyboard.
          tabIndex={0}
          sx={{
            m: 0,
            paddingInlineStart: 2.5,
            maxHeight: 280,
            overflow: 'auto',
            overflowWrap: 'anywhere',
          }}
        >
          {permissions.map(({ permission, userCount }) => (
            <li key={permission}>
              {permission}{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                (<Plural value={userCount} one="# user" other="# users" />)
              </Box>
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}
