import Typography from '@mui/material/Typography';
import { useLanguage } from '@/i18n/useLanguage';
import type { Costs } from '@/model/costs';
import type { AuditFinding } from '@/model/findingsCost';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { inLanguageOfNow } from '../export/words';
import { wasteText } from './wasteWords';

interface RuleWasteProps {
  findings: readonly AuditFinding[];
  index: OrganizationIndex;
  costs: Costs;
}

/** What the findings of a rule cost a month, where prices are given. */
export function RuleWaste({ findings, index, costs }: RuleWasteProps) {
  useLanguage();
  const text = wasteText(findings, index, costs, inLanguageOfNow);
  return text === undefined ? null : <Typography variant="body2">{text}</Typography>;
}
