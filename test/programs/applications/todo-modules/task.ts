export enum Priority { Normal, High }
export interface Task { readonly id: number; title: string; priority: Priority; done: boolean }
export const format = ({ id, title, priority, done }: Task): string => `${done ? '[x]' : '[ ]'} ${id} ${title}${priority === Priority.High ? ' (' + Priority[priority] + ')' : ''}`;
