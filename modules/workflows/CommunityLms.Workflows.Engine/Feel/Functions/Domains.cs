using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>The parameter domains of the standard's tables.</summary>
internal enum Domain
{
    /// <summary>Any value, null included.</summary>
    Any,

    /// <summary>Any value but null.</summary>
    Some,
    Boolean,
    Number,
    String,
    List,
    Context,
    Function,
    Range,

    /// <summary>A value with an order, and no range.</summary>
    Point,
    Date,
    Time,

    /// <summary>A date and time, or a date as midnight of UTC.</summary>
    Moment,

    /// <summary>A date, or a date and time.</summary>
    Day,
    DaysDuration,

    /// <summary>A number or a duration.</summary>
    Magnitude,
}

internal static class Domains
{
    /// <summary>The value as the domain wants it, after implicit conversions (DMN 1.5, 10.3.2.9.4); null where none leads there.</summary>
    public static FeelValue? Convert(FeelValue value, Domain domain)
    {
        if (Includes(domain, value))
            return value;
        return value switch
        {
            FeelNull => null,
            FeelDate date when domain == Domain.Moment => FeelDateTime.OfDate(date),
            FeelList { Count: 1 } list when list[0] is not FeelList => Convert(list[0], domain),
            not FeelList when domain == Domain.List => new FeelList([value]),
            _ => null,
        };
    }

    private static bool Includes(Domain domain, FeelValue value) => domain switch
    {
        Domain.Any => true,
        Domain.Some => !value.IsNull,
        Domain.Boolean => value is FeelBoolean,
        Domain.Number => value is FeelNumber,
        Domain.String => value is FeelString,
        Domain.List => value is FeelList,
        Domain.Context => value is FeelContext,
        Domain.Function => value is FeelFunction,
        Domain.Range => value is FeelRange,
        Domain.Point => value is FeelNumber or FeelString || Temporal.TemporalPrinter.IsTemporal(value),
        Domain.Date => value is FeelDate,
        Domain.Time => value is FeelTime,
        Domain.Moment => value is FeelDateTime,
        Domain.Day => value is FeelDate or FeelDateTime,
        Domain.DaysDuration => value is FeelDaysDuration,
        _ => value is FeelNumber or FeelDaysDuration or FeelMonthsDuration,
    };
}
