using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Kernel.Web.Areas.Administration;

/// <summary>Jobs under /api/v1/administration/jobs: what the page shows and steers.</summary>
internal sealed class JobsApi : IApiContributor
{
    public string Path => "administration";

    public void Map(IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").RequirePermission(ShellPermissions.Jobs);
        jobs.MapGet("/", List).WithSummary("Lists the jobs the caller may see, newest first");
        jobs.MapGet("/{id:guid}", Get).WithSummary("One job: its state, how far it is, why it failed");
        jobs.MapPost("/{id:guid}/cancel", Cancel).WithSummary("Tells a waiting or running job to stop; one that has ended stays as it is");
        jobs.MapPost("/{id:guid}/retry", Retry).WithSummary("Runs a failed or cancelled job once more");
    }

    /// <param name="state">Only those in this state.</param>
    /// <param name="search">Words of the title, in the caller's language, or of the name of whoever asked for it.</param>
    private static Task<Page<JobRow>> List(IJobQueries jobs, [AsParameters] PageRequest page, CancellationToken cancel, JobState? state = null, string? search = null) =>
        jobs.List(new(state, search), page, cancel);

    private static Task<JobRow> Get(Guid id, IJobQueries jobs, CancellationToken cancel) => jobs.Find(id, cancel);

    private static async Task<Accepted<JobRow>> Cancel(Guid id, IJobs jobs, IJobQueries queries, CancellationToken cancel)
    {
        await jobs.Cancel(id, cancel);
        return await Told(id, queries, cancel);
    }

    private static async Task<Accepted<JobRow>> Retry(Guid id, IJobs jobs, IJobQueries queries, CancellationToken cancel)
    {
        await jobs.Retry(id, cancel);
        return await Told(id, queries, cancel);
    }

    /// <summary>It stops at its next step, or runs when its turn comes; the address tells what became of it.</summary>
    private static async Task<Accepted<JobRow>> Told(Guid id, IJobQueries queries, CancellationToken cancel) =>
        TypedResults.Accepted($"/api/v1/administration/jobs/{id}", await queries.Find(id, cancel));
}
