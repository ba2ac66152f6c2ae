import { createContext, useContext } from 'react';
import type { MatrixData } from './matrixData';
import type { CopyRows } from './useCopyRows';
import type { MatrixQueryState } from './useMatrixQuery';

/** What is shown now, and what was asked for. */
export interface MatrixState {
  readonly data: MatrixData;
  readonly query: MatrixQueryState;
  readonly copying: CopyRows;
}

/** For what is shown only on demand: what stands around it need not be drawn anew with every key. */
export const MatrixContext = createContext<MatrixState | null>(null);

export function useMatrix(): MatrixState {
  const matrix = useContext(MatrixContext);
  if (!matrix) throw new Error('The matrix is used outside its page');
  return matrix;
}
