using System.Globalization;

namespace CommunityLms.Workflows.Engine.Feel;

/// <summary>What is wrong with an expression or happened while it was evaluated, in words that can be translated.</summary>
/// <param name="Text">English, and the key of its translations; {0} and so on stand for the arguments.</param>
/// <param name="Arguments">Names, values and pieces of FEEL, which nobody translates.</param>
public sealed record FeelMessage(string Text, params IReadOnlyList<string> Arguments)
{
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, [.. Arguments]);
}

/// <summary>Something an evaluation met that made a part of it null. The value stands all the same.</summary>
/// <param name="Start">Where in the expression, in UTF-16 units from 0.</param>
public sealed record FeelWarning(FeelMessage Message, int Start, int Length);

/// <summary>The text is no FEEL. The message says what is wrong at the place.</summary>
public sealed class FeelSyntaxError(FeelMessage reason, int start, int length) : Exception(reason.ToString())
{
    public FeelMessage Reason { get; } = reason;

    /// <summary>Where, in UTF-16 units from 0; at the end of the text where something is missing.</summary>
    public int Start { get; } = start;

    public int Length { get; } = length;
}
