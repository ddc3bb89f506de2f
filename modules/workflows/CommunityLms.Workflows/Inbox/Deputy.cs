using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Inbox;

/// <summary>While somebody is away, another does their tasks (代理), from a day to a day, both included. No task moves: both see it.</summary>
internal sealed class Deputy : Aggregate
{
    private Deputy() { }

    /// <exception cref="RuleBroken">Somebody would stand in for themselves, or the days don't fit.</exception>
    public Deputy(Guid personId, Guid deputyId, DateOnly from, DateOnly to, DateOnly today)
    {
        Ensure(personId != deputyId, DeputyRules.NotOneself);
        Ensure(to >= from, DeputyRules.EndsBeforeItBegins);
        Ensure(to >= today, DeputyRules.InThePast);
        (PersonId, DeputyId, From, To) = (personId, deputyId, from, to);
    }

    /// <summary>Who is away.</summary>
    public Guid PersonId { get; private set; }

    public Guid DeputyId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>Ends it before its time: yesterday was the last day.</summary>
    public void End(DateOnly today)
    {
        if (To >= today)
            To = today.AddDays(-1);
    }
}

internal static class DeputyRules
{
    public static readonly Rule NotOneself = new("Choose somebody else than whoever is away.", "DeputyId");
    public static readonly Rule EndsBeforeItBegins = new("The last day comes before the first. Change one of them.", "To");
    public static readonly Rule InThePast = new("The last day lies in the past. Choose another day.", "To");
}
