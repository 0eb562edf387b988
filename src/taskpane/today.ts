/** 2026年3月2日, by the machine's calendar. */
export const today = (): string => new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' });
