namespace CommunityLms.Workflows.Engine.Feel;

/// <summary>What an evaluation takes from outside: the time, and how much it may spend.</summary>
/// <param name="Now">The moment <c>now()</c> gives; its date is what <c>today()</c> gives. The engine has no clock.</param>
public sealed record FeelEnvironment(DateTimeOffset Now)
{
    /// <summary>How deeply parts of an expression and calls of functions may be nested.</summary>
    public int MostNesting { get; init; } = 1_000;

    /// <summary>How many parts may be evaluated, loops counted each time; bounds the time.</summary>
    public long MostSteps { get; init; } = 1_000_000;

    /// <summary>How many items a value may hold, those inside its items included.</summary>
    public long MostItems { get; init; } = 100_000;

    /// <summary>How many UTF-16 units a string may have.</summary>
    public int LongestText { get; init; } = 1_000_000;

    /// <summary>How long one regular expression may look for its match. Only one that refers back to a group comes near it; the others take linear time.</summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromSeconds(1);
}
