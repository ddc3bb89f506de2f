using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Hosting;

/// <summary>What the activities of the tests were asked, by the case's variable "tag".</summary>
internal static class Calls
{
    private static readonly ConcurrentDictionary<string, int> s_made = new();

    public static int Of(string tag) => s_made.GetValueOrDefault(tag);

    public static int Count(ActivityCall call) => s_made.AddOrUpdate(call.Variables["tag"]!.ToString(), 1, (_, made) => made + 1);
}

/// <summary>Does what it is asked.</summary>
internal sealed class WillingActivity : IWorkflowActivity
{
    public ActivityDescription Describe() => new("tests.willing", "Willing", [], []);

    public Task<JsonObject> Run(ActivityCall call, CancellationToken cancel) => Task.FromResult(new JsonObject { ["made"] = Calls.Count(call) });
}

/// <summary>Fails as often as the variable "failures" says.</summary>
internal sealed class FailingActivity : IWorkflowActivity
{
    public ActivityDescription Describe() => new("tests.failing", "Failing", [], []);

    public Task<JsonObject> Run(ActivityCall call, CancellationToken cancel) => Calls.Count(call) <= call.Variables["failures"]!.GetValue<int>()
        ? throw new InvalidOperationException("The other office is closed.")
        : Task.FromResult(new JsonObject { ["made"] = true });
}

/// <summary>Never ends, and doesn't listen.</summary>
internal sealed class HangingActivity : IWorkflowActivity
{
    public ActivityDescription Describe() => new("tests.hanging", "Hanging", [], []) { TimeLimit = TimeSpan.FromMilliseconds(100) };

    public Task<JsonObject> Run(ActivityCall call, CancellationToken cancel)
    {
        Calls.Count(call);
        return new TaskCompletionSource<JsonObject>().Task;
    }
}

/// <summary>Says what the drawing should decide about.</summary>
internal sealed class RefusingActivity : IWorkflowActivity
{
    public ActivityDescription Describe() => new("tests.refusing", "Refusing", [], []);

    public Task<JsonObject> Run(ActivityCall call, CancellationToken cancel) => throw new ActivityError("full", "The school is full.");
}

internal static class TestActivities
{
    public static IServiceCollection AddTestActivities(this IServiceCollection services) => services.AddConventions(typeof(TestActivities).Assembly);
}
