import Typography from '@mui/material/Typography';
import { plural } from '@/components/text/plural';
import type { Costs } from '@/model/costs';
import { wasteOf } from '@/model/costWaste';
import type { AuditFinding } from '@/model/findingsCost';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { moneyText } from '../cost/costWords';

interface RuleWasteProps {
  findings: readonly AuditFinding[];
  index: OrganizationIndex;
  costs: Costs;
}

/** What the findings of a rule cost a month, where prices are given. */
export function RuleWaste({ findings, index, costs }: RuleWasteProps) {
  const waste = wasteOf(findings, index, costs.terms);
  if (!waste) return null;
  const money = moneyText(waste.monthly, costs.currency);
  return (
    <Typography variant="body2">
      {waste.unpriced === 0
        ? `Costs ${money} a month.`
        : `Costs at least ${money} a month. Without a price: ${plural(waste.unpriced, 'license')}.`}
    </Typography>
  );
}
