/** AG Grid as it comes. */
import { AllCommunityModule, ModuleRegistry } from 'ag-grid-community';
import { startAgPage } from './agPage.ts';

ModuleRegistry.registerModules([AllCommunityModule]);

startAgPage({});
