import type { RichObject } from './protocol';

/** What the add-in asked of Excel's frame around the sheet; the page may look at it. */
export interface FrameState {
  paneVisible: boolean;
  actionsReady: boolean;
}

/** The services outside the workbook that Office.js calls by name. */
export function services(frame: FrameState): ReadonlyMap<string, RichObject> {
  return new Map<string, RichObject>([
    [
      'Microsoft.AppRuntime.AppRuntimeService',
      {
        type: 'AppRuntimeService',
        call: {
          SetAppRuntimeState: (state) => {
            frame.paneVisible = state === 'Visible';
          },
          GetAppRuntimeState: () => (frame.paneVisible ? 'Visible' : 'Background'),
        },
      },
    ],
    [
      'Microsoft.InternalService.AddinInternalService',
      {
        type: 'AddinInternalService',
        call: {
          NotifyActionHandlerReady: () => {
            frame.actionsReady = true;
          },
        },
      },
    ],
  ]);
}
