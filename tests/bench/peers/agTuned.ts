/** AG Grid with what its own guide to performance offers: only the modules that are needed, a cache, no animation. */
import {
  ClientSideRowModelModule,
  ColumnApiModule,
  ExternalFilterModule,
  ModuleRegistry,
  QuickFilterModule,
  RowSelectionModule,
  themeQuartz,
} from 'ag-grid-community';
import { startAgPage } from './agPage.ts';

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ColumnApiModule,
  ExternalFilterModule,
  QuickFilterModule,
  RowSelectionModule,
]);

startAgPage({
  cacheQuickFilter: true,
  animateRows: false,
  suppressColumnMoveAnimation: true,
  suppressRowHoverHighlight: true,
  theme: themeQuartz.withParams({ cellHorizontalPadding: 10 }),
});
