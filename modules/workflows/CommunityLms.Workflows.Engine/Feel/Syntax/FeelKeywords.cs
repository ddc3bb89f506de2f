using System.Collections.Frozen;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>The literal terminal symbols that are words (DMN 1.5, 10.3.1.2).</summary>
internal static class FeelKeywords
{
    /// <summary>A name may not begin with one of these (10.3.1.4).</summary>
    public static readonly FrozenSet<string> Reserved = new[]
    {
        "and", "between", "else", "every", "external", "false", "for", "function", "if", "in", "instance",
        "not", "null", "of", "or", "return", "satisfies", "some", "then", "true",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What ends a name nobody knows: the words that can follow a value.</summary>
    public static readonly FrozenSet<string> AfterValue = new[]
    {
        "and", "between", "else", "external", "in", "instance", "or", "return", "satisfies", "then",
    }.ToFrozenSet(StringComparer.Ordinal);
}
