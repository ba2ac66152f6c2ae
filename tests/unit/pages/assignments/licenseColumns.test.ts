// @vitest-environment node
import { expect, it } from 'vitest';
import { OrganizationIndex } from '@/model/organizationIndex';
import { licenseColumns } from '@/pages/assignments/licenseColumns';
import { matrixTexts } from '@/pages/assignments/matrixTexts';

const texts = matrixTexts();
const index = new OrganizationIndex();
index.addAssignments([{ id: 'ada', licenses: ['cx10', 'old', 'cx9'] }]);

it('has a column for each license that is defined or held, the undefined ones last', () => {
  const definitions = [
    { id: 'cx10', description: ' Ten ' },
    { id: 'cx9' },
    { description: 'A definition without an id' },
    { id: 'nobody', description: '' },
  ];
  const columns = licenseColumns({ index }, definitions, texts);
  expect(columns.map(({ licenseId, label, isDefined }) => [licenseId, label, isDefined])).toEqual([
    ['cx9', 'cx9', true],
    ['cx10', 'Ten', true],
    ['nobody', 'nobody', true],
    ['old', 'old', false],
  ]);
});

it('calls no license undefined while the definitions are not read', () => {
  const columns = licenseColumns({ index }, undefined, texts);
  expect(columns.map(({ isDefined }) => isDefined)).toEqual([undefined, undefined, undefined]);
});
