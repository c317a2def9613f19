import type { BoardKind } from '@app/domain/board';
import { exportUrl, viewUrl } from '../session/api';

/** The deals that a board is made of. */
export const boardUrl = (viewId: string, board: BoardKind): string => viewUrl(viewId, `boards/${board}`);
/** What became of saved deals that are not on the board. */
export const lookupUrl = (viewId: string, board: BoardKind): string =>
  viewUrl(viewId, `boards/${board}/lookup`);
export const boardFileUrl = (viewId: string, board: BoardKind): string => exportUrl(boardUrl(viewId, board));
/** Two boards of Closing Projections against each other. */
export const duelFileUrl = (viewId: string): string => exportUrl(viewUrl(viewId, 'boards/duel'));
/** Somebody's own board. */
export const ownUrl = (viewId: string, board: BoardKind): string => viewUrl(viewId, `preferences/${board}`);
export const povUrl = (viewId: string): string => viewUrl(viewId, 'asher-pov');
/** The states that a saved board had. */
export const versionsUrl = (url: string): string => `${url}/versions`;
export const restoreUrl = (url: string, version: string): string => `${url}/versions/${version}/restore`;
