namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Something in a drawing that can't be carried out, or shouldn't be.</summary>
/// <param name="ElementId">Where; null when it concerns the file as a whole.</param>
/// <param name="Text">English sentence with places <c>{0}</c>, the key of its translations.</param>
/// <param name="Arguments">What stands in the places; <c>{0}</c> is the element's name.</param>
public sealed record Problem(string? ElementId, ProblemSeverity Severity, string Text, params IReadOnlyList<string> Arguments)
{
    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, [.. Arguments]);
}

public enum ProblemSeverity
{
    /// <summary>Can be published, and is probably not what was meant.</summary>
    Warning,

    /// <summary>Can't be published.</summary>
    Error,
}
