using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Tests.Hosting;

/// <summary>Which rule refuses.</summary>
internal static class Refusals
{
    public static Rule Of(Action work) => Should.Throw<RuleBroken>(work).Rule;

    public static async Task<Rule> Of(Func<Task> work) => (await Should.ThrowAsync<RuleBroken>(work)).Rule;
}
