using System.Globalization;
using System.Text;
using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Temporal;

namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>Writes values as FEEL.</summary>
internal static class FeelPrinter
{
    /// <summary>The literal that evaluates to the value (DMN 1.5, 10.3.1.3).</summary>
    public static string Literal(FeelValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>The built-in <c>string</c> (DMN 1.5, table 72): a string as it is, anything inside a list or context as a literal.</summary>
    public static string Text(FeelValue value) => value is FeelString text ? text.Value : TemporalPrinter.Text(value) ?? Literal(value);

    public static string Number(decimal value) => value.ToString("0.#############################", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, FeelValue value)
    {
        switch (value)
        {
            case FeelNull:
                text.Append("null");
                break;
            case FeelBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case FeelNumber number:
                text.Append(Number(number.Value));
                break;
            case FeelString quoted:
                AppendQuoted(text, quoted.Value);
                break;
            case FeelList list:
                AppendList(text, list);
                break;
            case FeelContext context:
                AppendContext(text, context);
                break;
            case FeelRange range:
                AppendRange(text, range);
                break;
            case FeelFunction function:
                text.Append("function(").AppendJoin(", ", function.Parameters).Append(')');
                break;
            default:
                text.Append("@\"").Append(TemporalPrinter.Text(value)).Append('"');
                break;
        }
    }

    private static void AppendList(StringBuilder text, FeelList list)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Append(text, list[i]);
        }

        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context)
    {
        text.Append('{');
        var first = true;
        foreach (var (key, value) in context)
        {
            if (!first)
                text.Append(", ");
            first = false;
            if (FeelLexer.IsPlainName(key))
                text.Append(key);
            else
                AppendQuoted(text, key);
            text.Append(": ");
            Append(text, value);
        }

        text.Append('}');
    }

    private static void AppendRange(StringBuilder text, FeelRange range)
    {
        if (range.Start.IsNull || range.End.IsNull)
        {
            var included = range.StartIncluded || range.EndIncluded;
            text.Append('(').Append(range.Start.IsNull ? '<' : '>').Append(included ? "= " : " ");
            Append(text, range.Start.IsNull ? range.End : range.Start);
            text.Append(')');
            return;
        }

        text.Append(range.StartIncluded ? '[' : '(');
        Append(text, range.Start);
        text.Append("..");
        Append(text, range.End);
        text.Append(range.EndIncluded ? ']' : ')');
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\t' => text.Append(@"\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
