import Box from '@mui/material/Box';
import { shortName } from './chartText';

const SIZE = 20;
const NAMES_HEIGHT = 120;

interface OverlapDotsProps {
  held: readonly string[];
  licenseIds: readonly string[];
  color: string;
  off: string;
}

/** One row of the matrix of dots; a line joins those of the licenses that are held together. */
export function OverlapDots({ held, licenseIds, color, off }: OverlapDotsProps) {
  const places = held.map((licenseId) => licenseIds.indexOf(licenseId));
  const middle = (place: number) => place * SIZE + SIZE / 2;
  return (
    <svg
      aria-hidden
      width={licenseIds.length * SIZE + SIZE / 2}
      height={SIZE}
      style={{ flexShrink: 0 }}
    >
      <line
        x1={middle(Math.min(...places))}
        x2={middle(Math.max(...places))}
        y1={SIZE / 2}
        y2={SIZE / 2}
        stroke={color}
        strokeWidth={2}
      />
      {licenseIds.map((licenseId, place) => (
        <circle
          key={licenseId}
          cx={middle(place)}
          cy={SIZE / 2}
          r={places.includes(place) ? 6 : 2}
          fill={places.includes(place) ? color : off}
        />
      ))}
    </svg>
  );
}

/** The names of the licenses over their dots. */
export function OverlapNames({ licenseIds }: Pick<OverlapDotsProps, 'licenseIds'>) {
  return (
    <Box component="li" aria-hidden sx={{ color: 'text.secondary', typography: 'caption' }}>
      <svg width={licenseIds.length * SIZE + NAMES_HEIGHT} height={NAMES_HEIGHT}>
        {licenseIds.map((licenseId, place) => (
          <text
            key={licenseId}
            transform={`translate(${place * SIZE + SIZE / 2 + 4} ${NAMES_HEIGHT - 6}) rotate(-60)`}
            fill="currentColor"
          >
            {shortName(licenseId)}
          </text>
        ))}
      </svg>
    </Box>
  );
}
