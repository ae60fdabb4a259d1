-- A save looks at the standing figures of a few items of its task: found by the index alone, not among all of the task.
create index figure_task_item on figure (tenant, round, task, item);
drop index figure_task;
