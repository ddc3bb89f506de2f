using System.Globalization;

namespace CommunityLms.Kernel.Domain;

/// <summary>A named rule of the field. Its message is English and the key of its translations; {0} and so on stand for arguments.</summary>
/// <param name="Message">What doesn't hold and what to do.</param>
/// <param name="Field">The input the message belongs beside; null where it concerns the whole.</param>
public sealed record Rule(string Message, string? Field = null);

/// <summary>A change was refused by a rule. The page shows it beside the field, the API as a problem, an import beside row and column.</summary>
public sealed class RuleBroken(Rule rule, params object?[] args) : Exception(string.Format(CultureInfo.InvariantCulture, rule.Message, args))
{
    public Rule Rule { get; } = rule;

    /// <summary>The arguments of the message, unformatted.</summary>
    public IReadOnlyList<object?> Args { get; } = args;

    /// <summary>What else doesn't hold, each beside a field of its own; this one is the first.</summary>
    public IReadOnlyList<RuleBroken> Others { get; init; } = [];
}

/// <summary>The signed-in person may not do this here. Logged, and answered with 403.</summary>
public sealed class AccessDenied(string permission) : Exception($"Permission {permission} is missing.")
{
    public string Permission { get; } = permission;
}

/// <summary>There is no such record for this person; answered with 404, whether it exists for others or not.</summary>
public sealed class RecordMissing(string what) : Exception($"There is no such {what}.");

/// <summary>Somebody else saved the record first. The page shows both versions; the API answers 412.</summary>
public sealed class ChangedMeanwhile(string what, Exception? inner = null) : Exception($"{what} was changed meanwhile.", inner);
