using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>Numeric functions (DMN 1.5, 10.3.4.5, table 76).</summary>
internal static class NumberFunctions
{
    private const int SmallestScale = -6111;
    private const int LargestScale = 6176;

    /// <summary>The digits a <see cref="decimal"/> has behind the point at most.</summary>
    private const int Digits = 28;

    public static IEnumerable<Builtin> All { get; } =
    [
        new("decimal", new Signature("n: number, scale: number", c => Round(c, MidpointRounding.ToEven))),
        new("floor", new("n: number", c => FeelValue.Of(decimal.Floor(c.Number(0)))), new("n: number, scale: number", c => Round(c, MidpointRounding.ToNegativeInfinity))),
        new("ceiling", new("n: number", c => FeelValue.Of(decimal.Ceiling(c.Number(0)))), new("n: number, scale: number", c => Round(c, MidpointRounding.ToPositiveInfinity))),
        new("round up", new Signature("n: number, scale: number", c => Round(c, c.Number(0) < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity))),
        new("round down", new Signature("n: number, scale: number", c => Round(c, MidpointRounding.ToZero))),
        new("round half up", new Signature("n: number, scale: number", c => Round(c, MidpointRounding.AwayFromZero))),
        new("round half down", new Signature("n: number, scale: number", RoundHalfDown)),
        new("abs", new Signature("n: magnitude", Absolute)),
        new("modulo", new Signature("dividend: number, divisor: number", c => c.Number(1) == 0 ? c.Refuse(1) : FeelValue.Of(Modulo(c.Number(0), c.Number(1))))),
        new("sqrt", new Signature("number: number", c => NumberMath.SquareRoot(c.Number(0)) is { } root ? FeelValue.Of(root) : c.Refuse(0))),
        new("log", new Signature("number: number", c => c.Number(0) > 0 && NumberMath.FromDouble(Math.Log((double)c.Number(0))) is { } log ? FeelValue.Of(log) : c.Refuse(0))),
        new("exp", new Signature("number: number", c => NumberMath.FromDouble(Math.Exp((double)c.Number(0))) is { } power ? FeelValue.Of(power) : c.Refuse(0))),
        new("odd", new Signature("number: number", c => IsEven(c, 0) is { } even ? FeelValue.Of(!even) : c.Refuse(0))),
        new("even", new Signature("number: number", c => IsEven(c, 0) is { } even ? FeelValue.Of(even) : c.Refuse(0))),
    ];

    private static bool? IsEven(FeelCall call, int index) => decimal.Truncate(call.Number(index)) == call.Number(index) ? call.Number(index) % 2 == 0 : null;

    /// <summary>dividend - divisor * floor(dividend / divisor), without the loss a quotient brings.</summary>
    private static decimal Modulo(decimal dividend, decimal divisor)
    {
        var rest = dividend % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }

    private static FeelValue Absolute(FeelCall call) => call[0] switch
    {
        FeelDaysDuration duration => new FeelDaysDuration(Math.Abs(duration.Seconds)),
        FeelMonthsDuration duration => new FeelMonthsDuration(Math.Abs(duration.Months)),
        _ => FeelValue.Of(Math.Abs(call.Number(0))),
    };

    private static FeelValue Round(FeelCall call, MidpointRounding rounding) =>
        Scaled(call, (number, scale) => scale >= 0 ? decimal.Round(number, scale, rounding) : Rescaled(number, -scale, n => decimal.Round(n, 0, rounding)));

    /// <summary>Half goes towards zero: away from it whatever is more than half.</summary>
    private static FeelValue RoundHalfDown(FeelCall call) =>
        Scaled(call, (number, scale) => scale >= 0 ? HalfDown(number, scale) : Rescaled(number, -scale, n => HalfDown(n, 0)));

    private static decimal HalfDown(decimal number, int scale)
    {
        var cut = decimal.Round(number, scale, MidpointRounding.ToZero);
        var unit = new decimal(1, 0, 0, isNegative: false, (byte)scale);
        return Math.Abs(number - cut) * 2 > unit ? cut + (Math.Sign(number) * unit) : cut;
    }

    private static FeelValue Scaled(FeelCall call, Func<decimal, int, decimal> round)
    {
        var scale = decimal.Truncate(call.Number(1));
        if (scale is < SmallestScale or > LargestScale)
            return call.Refuse(1);
        return FeelValue.Of(scale > Digits ? call.Number(0) : round(call.Number(0), (int)scale));
    }

    /// <summary>Rounds to tens, hundreds and so on.</summary>
    private static decimal Rescaled(decimal number, int zeros, Func<decimal, decimal> round)
    {
        if (zeros > Digits)
            return 0;
        var unit = 1m;
        for (var i = 0; i < zeros; i++)
            unit *= 10;
        return round(number / unit) * unit;
    }
}
