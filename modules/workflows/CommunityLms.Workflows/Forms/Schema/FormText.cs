using System.Globalization;
using System.Text;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>Words of a form, in which expressions may stand: all of it after "=", or parts in double braces.</summary>
internal sealed class FormText
{
    private readonly IReadOnlyList<(string? Words, FeelExpression? Expression)> _parts;

    private FormText(IReadOnlyList<(string?, FeelExpression?)> parts) => _parts = parts;

    public static FormText Empty { get; } = new([]);

    public bool IsEmpty => _parts.Count == 0;

    /// <exception cref="FeelSyntaxError">An expression can't be read.</exception>
    /// <exception cref="FormatException">It holds blocks (<c>{{#if}}</c>, <c>{{#loop}}</c>), which aren't carried out.</exception>
    public static FormText Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return Empty;
        if (text.StartsWith('='))
            return new([(null, FeelExpression.Parse(text[1..]))]);
        var parts = new List<(string?, FeelExpression?)>();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0 && text.IndexOf("}}", open, StringComparison.Ordinal) is var close and >= 0)
        {
            var inside = text[(open + 2)..close].Trim();
            if (inside is ['#' or '/', ..])
                throw new FormatException(inside);
            parts.Add((text[at..open], null));
            parts.Add((null, FeelExpression.Parse(inside)));
            at = close + 2;
        }
        parts.Add((text[at..], null));
        return new(parts);
    }

    public string Say(FormScope scope)
    {
        if (_parts is [({ } only, null)])
            return only;
        var said = new StringBuilder();
        foreach (var (words, expression) in _parts)
            said.Append(words ?? Words(scope.Value(expression!)));
        return said.ToString();
    }

    private static string Words(FeelValue value) => value switch
    {
        FeelString text => text.Value,
        FeelNumber number => number.Value.ToString("0.#############################", CultureInfo.CurrentCulture),
        FeelNull => "",
        _ => value.ToString().Trim('@', '"'),
    };
}
