import './styles/tabler.scss';
import './app.css';
import { startBulkBars, startRowLinks } from './features/rows.ts';
import { startCombobox } from './features/combobox.ts';
import { startConfirm } from './features/confirm.ts';
import { startDrafts } from './features/draft.ts';
import { startErrors } from './features/errors.ts';
import { startFiles } from './features/files.ts';
import { startLeaveGuard } from './features/leave.ts';
import { startMenus, startPrinting, startTheme } from './features/toggles.ts';
import { startProgress } from './features/progress.ts';
import { startRequests } from './features/requests.ts';
import { startToasts } from './features/toasts.ts';

// Every page works without this file. It runs once a page; what htmx brings in later passes the same enhancers.
startToasts();
startMenus();
startTheme();
startPrinting();
startConfirm();
startRowLinks();
startLeaveGuard();
startErrors();
startRequests([startBulkBars, startCombobox, startDrafts, startFiles, startProgress]);
