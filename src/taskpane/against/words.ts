/** What is said of a file or sheet in which there is nothing to hold a form against. */
export const NOTHING = '没有认出绩效目标申报（批复）表或自评表';
