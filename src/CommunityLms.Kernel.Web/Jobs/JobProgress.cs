using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Jobs;

/// <summary>How far a job is, as a stream of server-sent events (HTML Living Standard, 9.2) that ends with the job.</summary>
internal static class JobProgress
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static void MapJobProgress(this IEndpointRouteBuilder app) => app.MapGet("/jobs/{id:guid}/progress",
        (Guid id, IJobs jobs, TimeProvider clock, IStringLocalizer<ShellTexts> texts, CancellationToken cancel) => TypedResults.ServerSentEvents(Follow(id, jobs, clock, texts, cancel)))
        .WithMetadata(new OpenToAccountsAttribute("Jobs of other institutes are not found, and the stream holds no more than a title and two numbers.")).ExcludeFromDescription();

    private static async IAsyncEnumerable<SseItem<Progress>> Follow(Guid id, IJobs jobs, TimeProvider clock, IStringLocalizer<ShellTexts> texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await jobs.Find(id, cancel) is { } job)
        {
            var over = job.State is JobState.Done or JobState.Failed or JobState.Cancelled;
            var text = job.Error ?? (job.Total > 0 ? texts["{0} of {1}", job.Done, job.Total].Value : job.Doing);
            // An empty address loads the page again, which then shows what came of it.
            yield return new(new(job.Total > 0 ? job.Done : null, job.Total > 0 ? job.Total : null, text, over ? job.State.ToString().ToLowerInvariant() : "running", over ? "" : null));
            if (over)
                yield break;
            await Task.Delay(Look, clock, cancel);
        }
    }

    private sealed record Progress(int? Value, int? Max, string? Text, string State, string? Next);
}
