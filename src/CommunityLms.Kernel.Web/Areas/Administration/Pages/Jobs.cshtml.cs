using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The institute's jobs; a host administrator sees all of them and the schedule.</summary>
[RequiresPermission(ShellPermissions.Jobs)]
public sealed class JobsModel(IJobQueries queries, IJobs jobs) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public JobState? State { get; private set; }

    public Page<JobRow> Jobs { get; private set; } = new([], Next: null);

    public IReadOnlyList<ScheduledJob> Schedule { get; private set; } = [];

    public async Task OnGetAsync(JobState? state, CancellationToken cancel)
    {
        (State, View) = (state, TableView.From(Request.Query));
        Jobs = await queries.List(new(state, View.Search, View.Sort == "who", View.Sort is null || View.Descending), new(View.After), cancel);
        View = View with { Next = Jobs.Next };
        Schedule = await queries.Schedule(cancel);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel)
    {
        await jobs.Cancel(id, cancel);
        return Done(L["The job is told to stop."], "Jobs");
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancel)
    {
        await jobs.Retry(id, cancel);
        return Done(L["The job runs again."], "Jobs");
    }

    public static StateKind KindOf(JobState state) => state switch
    {
        JobState.Waiting => StateKind.Waiting,
        JobState.Running => StateKind.News,
        JobState.Done => StateKind.Done,
        JobState.Failed => StateKind.Late,
        _ => StateKind.Neutral,
    };
}
