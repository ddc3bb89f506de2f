namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>The only value of the type Null.</summary>
public sealed class FeelNull : FeelValue
{
    internal static readonly FeelNull Instance = new();

    private FeelNull()
    {
    }

    public override FeelKind Kind => FeelKind.Null;
}

public sealed class FeelBoolean : FeelValue
{
    internal static readonly FeelBoolean True = new(value: true);
    internal static readonly FeelBoolean False = new(value: false);

    private FeelBoolean(bool value) => Value = value;

    public bool Value { get; }

    public override FeelKind Kind => FeelKind.Boolean;
}

/// <summary>
/// A number (DMN 1.5, 10.3.2.3.1). The standard asks for 34 decimal digits; this one has the 28 to 29 of <see cref="decimal"/>,
/// up to about 7.9 × 10²⁸. Beyond that the result is null. Trailing zeros don't count.
/// </summary>
public sealed class FeelNumber(decimal value) : FeelValue
{
    public decimal Value { get; } = value;

    public override FeelKind Kind => FeelKind.Number;

    /// <summary>The value as a whole number; false where it has a fraction or is too large.</summary>
    internal bool TryWhole(out int whole)
    {
        var fits = Value >= int.MinValue && Value <= int.MaxValue && decimal.Truncate(Value) == Value;
        whole = fits ? (int)Value : 0;
        return fits;
    }
}

/// <summary>A sequence of Unicode characters (DMN 1.5, 10.3.2.3.2); positions and lengths count code points.</summary>
public sealed class FeelString(string value) : FeelValue
{
    private const int CharactersPerUnit = 16;

    public string Value { get; } = value;

    public override FeelKind Kind => FeelKind.Text;

    internal override long Weight => 1 + (Value.Length / CharactersPerUnit);
}
