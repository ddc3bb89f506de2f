namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>A value of FEEL's semantic domain (DMN 1.5, 10.3.2.1). Immutable; may be shared between threads.</summary>
public abstract class FeelValue : IEquatable<FeelValue>
{
    private protected FeelValue()
    {
    }

    public static FeelValue Null => FeelNull.Instance;

    public abstract FeelKind Kind { get; }

    public bool IsNull => ReferenceEquals(this, FeelNull.Instance);

    /// <summary>How much this value holds, in rough units of a small object: what the limits on size count.</summary>
    internal virtual long Weight => 1;

    /// <summary>How deeply lists and contexts are nested in it; 0 for a simple value.</summary>
    internal virtual int Nesting => 0;

    public static FeelValue Of(bool value) => value ? FeelBoolean.True : FeelBoolean.False;

    public static FeelValue Of(bool? value) => value is { } known ? Of(known) : Null;

    public static FeelValue Of(decimal value) => new FeelNumber(value);

    public static FeelValue Of(string? value) => value is null ? Null : new FeelString(value);

    public static FeelValue Of(DateOnly value) => FeelDate.Of(value.Year, value.Month, value.Day)!;

    public static FeelValue Of(DateTimeOffset value) => FeelDateTime.OfMoment(value);

    public static FeelValue Of(IEnumerable<FeelValue> items) => new FeelList([.. items]);

    /// <summary>Whether both are the same element of the domain, the built-in <c>is</c> (DMN 1.5, 10.3.2.2): never null, and stricter than <c>=</c>, since a local time differs from one with an offset.</summary>
    public bool Equals(FeelValue? other) => other is not null && FeelIdentity.Same(this, other);

    public sealed override bool Equals(object? obj) => Equals(obj as FeelValue);

    public sealed override int GetHashCode() => FeelIdentity.Hash(this);

    /// <summary>The value as a FEEL literal that evaluates to it again; a function only names its parameters.</summary>
    public sealed override string ToString() => FeelPrinter.Literal(this);
}

/// <summary>The types a value can have (DMN 1.5, 10.3.1.3).</summary>
public enum FeelKind
{
    Null,
    Boolean,
    Number,
    Text,
    Date,
    Time,
    DateAndTime,
    DaysDuration,
    MonthsDuration,
    List,
    Context,
    Range,
    Function,
}
