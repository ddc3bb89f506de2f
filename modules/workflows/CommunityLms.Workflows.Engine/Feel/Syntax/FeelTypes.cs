using System.Collections.Frozen;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>The simple types, and implicit conversions to a type (DMN 1.5, 10.3.2.9).</summary>
internal static class FeelTypes
{
    public static readonly SimpleType Any = new("Any", Kind: null);

    private static readonly FrozenDictionary<string, FeelType> Simple = new FeelType[]
    {
        Any,
        new SimpleType("Null", FeelKind.Null),
        new SimpleType("number", FeelKind.Number),
        new SimpleType("string", FeelKind.Text),
        new SimpleType("boolean", FeelKind.Boolean),
        new SimpleType("date", FeelKind.Date),
        new SimpleType("time", FeelKind.Time),
        new SimpleType("date and time", FeelKind.DateAndTime),
        new SimpleType("days and time duration", FeelKind.DaysDuration),
        new SimpleType("years and months duration", FeelKind.MonthsDuration),
    }.ToFrozenDictionary(t => ((SimpleType)t).Name, StringComparer.Ordinal);

    public static FeelType Find(string name) => Simple.GetValueOrDefault(name) ?? new UnknownType(name);

    /// <summary>The name of a value's type, as messages say it.</summary>
    public static string NameOf(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => "null",
        FeelKind.Boolean => "boolean",
        FeelKind.Number => "number",
        FeelKind.Text => "string",
        FeelKind.Date => "date",
        FeelKind.Time => "time",
        FeelKind.DateAndTime => "date and time",
        FeelKind.DaysDuration => "days and time duration",
        FeelKind.MonthsDuration => "years and months duration",
        FeelKind.List => "list",
        FeelKind.Context => "context",
        FeelKind.Range => "range",
        _ => "function",
    };

    /// <summary>Null conforms to every type.</summary>
    public static bool Fits(FeelValue value, FeelType type) => value.IsNull || type.Includes(value);

    /// <summary>The value as the type asks for it (10.3.2.9.4): as it is, as the only item of a list, out of a list of one, or a date as midnight of UTC. Null where none of them fits.</summary>
    public static FeelValue? Convert(FeelValue value, FeelType type)
    {
        if (Fits(value, type))
            return value;
        if (type is ListType && value is not FeelList && new FeelList([value]) is var wrapped && type.Includes(wrapped))
            return wrapped;
        if (value is FeelList { Count: 1 } single && Fits(single[0], type))
            return single[0];
        return value is FeelDate date && type is SimpleType { Kind: FeelKind.DateAndTime } ? FeelDateTime.OfDate(date) : null;
    }
}
