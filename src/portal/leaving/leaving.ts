/** Below /help, which no column may be called. */
export const LEAVING_PATH = '/help/leaving';
